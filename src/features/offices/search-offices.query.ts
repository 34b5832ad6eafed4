import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { foundOffices, servicesOf } from './found-offices.ts';
import { type Office, officeColumns } from './office.query.ts';
import type { OfficePlace } from './office-cursor.ts';
import { findPlaces } from './place.query.ts';
import { readSearch } from './search-words.ts';
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
  readonly services: readonly { code: string; name: LocalText; offeringId: number; inviteOnly: boolean }[];
  /** From `near`, in kilometres. */
  readonly km: number | null;
}

/**
 * Offices that match everything asked: the nearest first when a place is given, else those that answer most closely,
 * those that take bookings, and larger municipalities first.
 */
export async function searchOffices(
  db: Db | Tx,
  search: OfficeSearch,
): Promise<{ items: FoundOffice[]; total: number; nextCursor: OfficePlace | undefined }> {
  const { limit, cursor } = search;
  const typed = readSearch(search.q ?? '');
  if (search.q?.trim() && typed.words.length === 0) return { items: [], total: 0, nextCursor: undefined };
  const places = typed.words.length > 0 ? await findPlaces(db, typed) : [];
  const after = cursor
    ? sql`WHERE (coalesce(km, 0), closeness, waiting, size, name, id) > (${cursor[0]}::float8, ${cursor[1]}::int,
          ${cursor[2]}::int, ${cursor[3]}::int, ${cursor[4]}::text, ${cursor[5]}::int)`
    : sql``;
  const page = await sql<FoundRow>`
    WITH found AS MATERIALIZED (${foundOffices(search, typed, places)}),
    page AS (
      SELECT * FROM found ${after} ORDER BY coalesce(km, 0), closeness, waiting, size, name, id LIMIT ${limit + 1}
    )
    SELECT page.km, page.closeness, page.waiting, page.size, page.name AS place, (SELECT count(*)::int FROM found) AS total,
      ${sql.join(officeColumns.map(column))}, ${servicesOf}
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

/** A column of `officeColumns`, in raw SQL. */
export function column(name: (typeof officeColumns)[number]) {
  const [source = '', alias] = name.split(' as ');
  return alias === undefined ? sql.ref(source) : sql`${sql.ref(source)} AS ${sql.id(alias)}`;
}
