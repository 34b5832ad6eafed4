import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

export interface CountryEntry {
  /** ISO 3166-1 alpha-2 */
  readonly code: string;
  readonly name: LocalText;
  /** the first part of the offices' time zones, as `Europe` */
  readonly zoneArea: string;
  readonly offices: number;
  readonly bookable: number;
}

export interface ProvinceEntry {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly offices: number;
  readonly bookable: number;
}

/** Countries that have a consular office. */
export async function listCountriesWithOffices(db: Db | Tx): Promise<CountryEntry[]> {
  const { rows } = await sql<CountryEntry>`
    SELECT o.country AS code, c.name, mode() WITHIN GROUP (ORDER BY split_part(o.time_zone, '/', 1)) AS "zoneArea",
      count(*)::int AS offices, count(*) FILTER (WHERE ${isBookable})::int AS bookable
    FROM office o JOIN country c ON c.code = o.country WHERE o.kind = 'consular' AND o.active GROUP BY o.country, c.name`.execute(
    db,
  );
  return rows;
}

/** Provinces with the offices of their municipalities, by region. */
export async function listProvincesWithOffices(db: Db | Tx): Promise<ProvinceEntry[]> {
  const { rows } = await sql<ProvinceEntry>`
    SELECT m.province_code AS code, min(m.province) AS name, min(m.region) AS region, count(*)::int AS offices,
      count(*) FILTER (WHERE ${isBookable})::int AS bookable
    FROM office o JOIN municipality m ON m.code = o.municipality_code WHERE o.active GROUP BY m.province_code
    ORDER BY min(m.region), min(m.province)`.execute(db);
  return rows;
}

const isBookable = sql`EXISTS (SELECT FROM bookable_offering b WHERE b.office_id = o.id)`;
