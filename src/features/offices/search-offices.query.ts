import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { distanceKm, type Office, officeColumns } from './office.query.ts';
import type { OfficePlace } from './office-cursor.ts';
import { searchWords } from './search-words.ts';
import type { OfficeKind } from './tables.ts';

export interface OfficeSearch {
  /** City, country, municipality, province, name or code, as typed. */
  q?: string | undefined;
  kind?: OfficeKind | undefined;
  /** ISO 3166-1 alpha-2 */
  country?: string | undefined;
  /** cadastral code */
  municipality?: string | undefined;
  /** two letters: RM */
  province?: string | undefined;
  /** only offices that take bookings for it now */
  service?: string | undefined;
  /** only offices that take bookings for something now */
  bookable?: boolean | undefined;
  /** the nearest first */
  near?: { lat: number; lon: number } | undefined;
  limit: number;
  cursor?: OfficePlace | undefined;
}

export interface FoundOffice extends Office {
  /** What can be booked there now. */
  readonly services: readonly { code: string; name: LocalText; offeringId: number }[];
  /** From `near`, in kilometres. */
  readonly km: number | null;
}

/**
 * Offices that match everything asked: the nearest first when a place is given, else those of the very city that was
 * typed, those that take bookings, and larger municipalities first.
 */
export async function searchOffices(
  db: Db | Tx,
  search: OfficeSearch,
): Promise<{ items: FoundOffice[]; total: number; nextCursor: OfficePlace | undefined }> {
  const { near, limit, cursor } = search;
  const { phrase, words } = searchWords(search.q ?? '');
  if (search.q?.trim() && words.length === 0) return { items: [], total: 0, nextCursor: undefined };
  const km = near ? distanceKm(near.lat, near.lon) : sql<number | null>`NULL::float8`;
  const found = sql`
    SELECT office.id, ${km} AS km, ${closeness(phrase)} AS closeness,
      CASE WHEN office.id IN (SELECT office_id FROM bookable_offering) THEN 0 ELSE 1 END AS waiting,
      -coalesce(municipality.population, 0) AS size, office.name ->> 'it' AS name
    FROM office
    LEFT JOIN municipality ON municipality.code = office.municipality_code
    WHERE ${sql.join([sql`true`, ...conditions(search, phrase, words)], sql` AND `)}`;
  const after = cursor
    ? sql`WHERE (coalesce(km, 0), closeness, waiting, size, name, id) > (${cursor[0]}::float8, ${cursor[1]}::int,
          ${cursor[2]}::int, ${cursor[3]}::int, ${cursor[4]}::text, ${cursor[5]}::int)`
    : sql``;
  const page = await sql<FoundRow>`
    WITH found AS MATERIALIZED (${found}),
    page AS (
      SELECT * FROM found ${after} ORDER BY coalesce(km, 0), closeness, waiting, size, name, id LIMIT ${limit + 1}
    )
    SELECT page.km, page.closeness, page.waiting, page.size, page.name AS place, (SELECT count(*)::int FROM found) AS total,
      ${sql.join(officeColumns.map(column))},
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', service.code, 'name', service.name, 'offeringId', b.offering_id) ORDER BY service.position), '[]')
       FROM bookable_offering b JOIN service ON service.code = b.service_code WHERE b.office_id = office.id) AS services
    FROM page JOIN office ON office.id = page.id JOIN country ON country.code = office.country
    ORDER BY coalesce(page.km, 0), page.closeness, page.waiting, page.size, page.name, page.id`.execute(db);

  const items = page.rows
    .slice(0, limit)
    .map(({ closeness: _c, waiting: _w, size: _s, place: _p, total: _t, ...item }) => item);
  const last = page.rows.length > limit ? page.rows[limit - 1] : undefined;
  return { items, total: page.rows[0]?.total ?? 0, nextCursor: last && placeOf(last) };
}

interface FoundRow extends FoundOffice {
  closeness: number;
  waiting: number;
  size: number;
  place: string;
  total: number;
}

function placeOf(row: FoundRow): OfficePlace {
  return [row.km ?? 0, row.closeness, row.waiting, row.size, row.place, row.id];
}

function conditions(search: OfficeSearch, phrase: string, words: readonly string[]): RawBuilder<unknown>[] {
  const { kind, country, municipality, province, service, bookable, near } = search;
  return [
    words.length > 0 && sql`(${sql.join(words.map(inSearch), sql` AND `)} OR ${isCode(phrase)} OR ${serves(phrase)})`,
    kind && sql`office.kind = ${kind}`,
    country && sql`office.country = ${country.toUpperCase()}`,
    municipality && sql`office.municipality_code = ${municipality.toUpperCase()}`,
    province && sql`office.province_code = ${province.toUpperCase()}`,
    service && sql`office.id IN (SELECT office_id FROM bookable_offering WHERE service_code = ${service})`,
    bookable && sql`office.id IN (SELECT office_id FROM bookable_offering)`,
    near && sql`office.lat IS NOT NULL AND office.lon IS NOT NULL`,
  ].filter((condition) => typeof condition === 'object');
}

// Search texts hold only letters, digits and spaces, so nothing in them means something to LIKE.
function inSearch(word: string) {
  return sql`' ' || office.search LIKE ${`% ${word}%`}`;
}

function isCode(phrase: string) {
  const code = phrase.replaceAll(' ', '-');
  return sql`office.code = ${code} OR office.municipality_code = ${phrase.toUpperCase()}`;
}

/** The country or territory typed is served by this office, wherever that is: Andorra by Barcelona. */
function serves(phrase: string) {
  return sql`office.id IN (SELECT office_id FROM consular_territory AS at
    WHERE ${plain(sql`at.name ->> 'it'`)} = ${phrase} OR ${plain(sql`at.name ->> 'en'`)} = ${phrase})`;
}

/** 0: this very city or code, 1: these very words, 2: words that begin so. */
function closeness(phrase: string) {
  if (phrase === '') return sql`0`;
  const isCity = (language: 'it' | 'en') => {
    const city = sql`office.city ->> ${sql.lit(language)}`;
    // The length first, because it is cheap and accents do not change it.
    return sql`(length(${city}) = ${phrase.length} AND ${plain(city)} = ${phrase})`;
  };
  return sql`CASE WHEN ${isCity('it')} OR ${isCity('en')} OR ${isCode(phrase)} THEN 0
                  WHEN ' ' || office.search || ' ' LIKE ${`% ${phrase} %`} THEN 1 ELSE 2 END`;
}

/** In SQL what `searchText` does. */
function plain(text: RawBuilder<unknown>) {
  return sql`trim(regexp_replace(lower(regexp_replace(normalize(${text}, NFD), '[\u0300-\u036f]', '', 'g')), '[^[:alnum:]]+', ' ', 'g'))`;
}

function column(name: (typeof officeColumns)[number]) {
  const [source = '', alias] = name.split(' as ');
  return alias === undefined ? sql.ref(source) : sql`${sql.ref(source)} AS ${sql.id(alias)}`;
}
