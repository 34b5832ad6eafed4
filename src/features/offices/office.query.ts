import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { OfficeKind, SiteKind } from './tables.ts';

export interface Office {
  readonly id: number;
  readonly code: string;
  readonly kind: OfficeKind;
  readonly name: LocalText;
  readonly city: LocalText;
  /** ISO 3166-1 alpha-2 */
  readonly country: string;
  readonly countryName: LocalText;
  readonly municipalityCode: string | null;
  readonly provinceCode: string | null;
  readonly timeZone: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly languages: readonly string[];
  readonly jurisdiction: LocalText | null;
  /** Contacts and notes: null until the office has entered them. */
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly directions: LocalText | null;
  readonly accessibility: LocalText | null;
  readonly notice: LocalText | null;
  /** Opening hours to the public, in words: beside those for whoever has an appointment. */
  readonly hours: LocalText | null;
  /** What the shipped data say about the office itself, as "not verified". */
  readonly remark: LocalText | null;
  readonly demo: boolean;
  /** The office it stands under, for an honorary consulate, a correspondent or a branch. */
  readonly parentId: number | null;
  readonly siteKind: SiteKind | null;
  /** false: switched off by the network */
  readonly active: boolean;
}

/** The columns of an `Office`; the query joins `country`. */
export const officeColumns = [
  'office.id',
  'office.code',
  'office.kind',
  'office.name',
  'office.city',
  'office.country',
  'country.name as countryName',
  'office.municipality_code as municipalityCode',
  'office.province_code as provinceCode',
  'office.time_zone as timeZone',
  'office.lat',
  'office.lon',
  'office.languages',
  'office.jurisdiction',
  'office.address',
  'office.email',
  'office.phone',
  'office.website',
  'office.directions',
  'office.accessibility',
  'office.notice',
  'office.hours',
  'office.remark',
  'office.demo',
  'office.parent_id as parentId',
  'office.site_kind as siteKind',
  'office.active',
] as const;

/** The office with this code, as people write it in addresses: `cons-london`. */
export async function findOffice(db: Db | Tx, code: string): Promise<Office | undefined> {
  return offices(db).where('office.code', '=', code).executeTakeFirst();
}

export async function findOfficeById(db: Db | Tx, id: number): Promise<Office | undefined> {
  return offices(db).where('office.id', '=', id).executeTakeFirst();
}

export async function findOffices(db: Db | Tx, ids: readonly number[]): Promise<Office[]> {
  return ids.length === 0 ? [] : offices(db).where('office.id', 'in', ids).execute();
}

/** Where else to go: offices that take bookings, in the same country for consulates, else the nearest, within 150 km. */
export async function officesInstead(
  db: Db | Tx,
  office: Office,
  limit: number,
): Promise<(Office & { km: number | null })[]> {
  const km = distanceKm(office.lat, office.lon);
  return offices(db)
    .select(km.as('km'))
    .where('office.kind', '=', office.kind)
    .where('office.id', '!=', office.id)
    .where((on) =>
      on.exists(
        on.selectFrom('bookable_offering').select(sql.lit(1).as('one')).whereRef('office_id', '=', 'office.id'),
      ),
    )
    .where(office.kind === 'consular' ? sql<boolean>`office.country = ${office.country}` : sql<boolean>`${km} <= 150`)
    .orderBy('km')
    .orderBy('office.id')
    .limit(limit)
    .execute();
}

function offices(db: Db | Tx) {
  return db.selectFrom('office').innerJoin('country', 'country.code', 'office.country').select(officeColumns);
}

/** Great-circle distance of an office from a place, in kilometres; null where either is unknown. */
export function distanceKm(lat: number | null, lon: number | null) {
  return sql<number | null>`(2 * 6371 * asin(least(1, sqrt(
    power(sin(radians(office.lat - ${lat}::float8) / 2), 2)
    + cos(radians(${lat}::float8)) * cos(radians(office.lat)) * power(sin(radians(office.lon - ${lon}::float8) / 2), 2)))))`;
}
