import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import {
  findPlaces,
  type NearbyName,
  nearbyNames,
  type Place,
  readSearch,
  type SearchName,
  suggestPlaces,
} from '#features/offices/index.ts';
import type { FirstDateRequest } from './first-date-request.ts';

/** A municipality of today, and where it is. */
export interface Municipality {
  /** cadastral code */
  readonly code: string;
  readonly name: string;
  readonly otherName: string | null;
  /** two letters: RM */
  readonly province: string;
  readonly provinceName: string;
  readonly lat: number;
  readonly lon: number;
}

/** What the place of a request is. */
export type AskedPlace =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'municipality'; readonly municipality: Municipality; readonly corrected: string | undefined }
  /** where the reader is; the municipality is the nearest one */
  | { readonly kind: 'position'; readonly municipality: Municipality; readonly lat: number; readonly lon: number }
  | { readonly kind: 'several'; readonly choices: readonly Municipality[] }
  | {
      readonly kind: 'abroad';
      readonly country: string;
      /** a town or a seat, not the whole country */
      readonly isTown: boolean;
      readonly name: LocalText;
      readonly lat: number | null;
      readonly lon: number | null;
    }
  | { readonly kind: 'unknown'; readonly typed: string };

/** The place of a request: by its code, by the reader's position, or as typed, with mistakes and in any of its names. */
export async function placeAsked(
  db: Db,
  { municipality, near, q }: Pick<FirstDateRequest, 'municipality' | 'near' | 'q'>,
  names: () => Promise<readonly SearchName[]>,
): Promise<AskedPlace> {
  if (municipality !== undefined) {
    const [found] = await municipalities(db, [municipality]);
    return found
      ? { kind: 'municipality', municipality: found, corrected: undefined }
      : { kind: 'unknown', typed: municipality };
  }
  if (near) {
    const found = await nearestMunicipality(db, near);
    return found ? { kind: 'position', municipality: found, ...near } : { kind: 'unknown', typed: '' };
  }
  return q === '' ? { kind: 'nothing' } : placeTyped(db, q, names);
}

/** The same of a name somebody typed. */
export async function placeTyped(
  db: Db,
  typed: string,
  names: () => Promise<readonly SearchName[]>,
): Promise<AskedPlace> {
  const known = (await placeNamed(db, typed, undefined)) ?? (await placeBegun(db, typed));
  if (known) return known;
  const [best]: readonly NearbyName[] = nearbyNames(typed, await names());
  return (best && (await placeNamed(db, best.name, best.name))) ?? { kind: 'unknown', typed };
}

const mostBegun = 8;

/** "Reggio" are two municipalities rather than Reggiolo, and neither is a Greggio that lacks a letter. */
async function placeBegun(db: Db, typed: string): Promise<AskedPlace | undefined> {
  const suggested = await suggestPlaces(db, { q: typed, limit: mostBegun });
  const begun = suggested.filter(({ kind }) => kind === 'municipality');
  const start = `${readSearch(typed).phrase} `;
  const byWord = begun.filter(({ name }) => readSearch(name).phrase.startsWith(start));
  const codes = (byWord.length > 0 ? byWord : begun).map(({ code }) => code);
  const [only, ...others] = codes.length === 0 ? [] : await municipalities(db, codes);
  if (only && others.length > 0) return { kind: 'several', choices: [only, ...others] };
  return only && { kind: 'municipality', municipality: only, corrected: only.name };
}

async function placeNamed(db: Db, name: string, corrected: string | undefined): Promise<AskedPlace | undefined> {
  const places = await findPlaces(db, readSearch(name));
  const codes = places.filter(({ kind }) => kind === 'municipality' || kind === 'former').map(({ code }) => code);
  const [only, ...others] = codes.length === 0 ? [] : await municipalities(db, codes);
  if (only && others.length > 0) return { kind: 'several', choices: [only, ...others] };
  if (only) return { kind: 'municipality', municipality: only, corrected };
  const abroad = places.find(({ kind }) => ['seat', 'town', 'country', 'served'].includes(kind));
  return abroad && abroadAt(abroad);
}

function abroadAt({ kind, code, within, label, lat, lon }: Place): AskedPlace {
  const isTown = kind === 'seat' || kind === 'town';
  return { kind: 'abroad', country: isTown ? within : code, isTown, name: label, lat, lon };
}

async function municipalities(db: Db, codes: readonly string[]): Promise<Municipality[]> {
  const { rows } = await sql<Municipality>`
    SELECT ${columns} FROM municipality WHERE code = ANY (${[...new Set(codes)]}::text[]) AND active AND lat IS NOT NULL AND lon IS NOT NULL
    ORDER BY population DESC NULLS LAST, code`.execute(db);
  return rows;
}

/** The municipality whose middle is nearest; none where Italy is a degree away. */
async function nearestMunicipality(
  db: Db,
  { lat, lon }: { lat: number; lon: number },
): Promise<Municipality | undefined> {
  const { rows } = await sql<Municipality>`
    SELECT ${columns} FROM municipality
    WHERE active AND abs(lat - ${lat}::float8) < 1 AND abs(lon - ${lon}::float8) < 1
    ORDER BY power(lat - ${lat}::float8, 2) + power((lon - ${lon}::float8) * cos(radians(${lat}::float8)), 2) LIMIT 1`.execute(
    db,
  );
  return rows[0];
}

const columns = sql`code, name, other_name AS "otherName", province_code AS province, province AS "provinceName", lat, lon`;

/** The larger towns of a stretch of land, to know one's way on a map. */
export async function townsIn(
  db: Db,
  box: { west: number; east: number; south: number; north: number },
  most: number,
): Promise<Pick<Municipality, 'code' | 'name' | 'lat' | 'lon'>[]> {
  const { rows } = await sql<Pick<Municipality, 'code' | 'name' | 'lat' | 'lon'>>`
    SELECT code, name, lat, lon FROM municipality
    WHERE active AND lat BETWEEN ${box.south}::float8 AND ${box.north}::float8 AND lon BETWEEN ${box.west}::float8 AND ${box.east}::float8
    ORDER BY population DESC NULLS LAST, code LIMIT ${most}`.execute(db);
  return rows;
}
