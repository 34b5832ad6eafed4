import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { SiteKind } from '../tables.ts';

/** A country that an office serves: the whole of it, or the parts named. */
export interface ServedCountry {
  /** ISO 3166-1 alpha-2; null for the few territories without a code */
  readonly country: string | null;
  readonly name: LocalText;
  /** States, provinces, cantons; empty: the whole country. */
  readonly parts: readonly LocalText[];
}

/** What an office serves: its own territory, or that of the office it stands under. */
export async function territoryOf(db: Db | Tx, officeId: number): Promise<ServedCountry[]> {
  const { rows } = await sql<ServedCountry>`
    SELECT t.country, coalesce(c.name, (array_agg(t.name))[1]) AS name,
           coalesce(jsonb_agg(t.name ORDER BY t.name ->> 'it') FILTER (WHERE t.part), '[]') AS parts
    FROM office o
    JOIN consular_territory t ON t.office_id = ${whoseTerritory}
    LEFT JOIN country c ON c.code = t.country
    WHERE o.id = ${officeId}
    GROUP BY o.country, t.country, c.name, CASE WHEN t.country IS NULL THEN t.name END
    ORDER BY t.country = o.country DESC NULLS LAST, coalesce(c.name, (array_agg(t.name))[1]) ->> 'it'`.execute(db);
  return rows;
}

/** An office that serves a country, and what of it. */
export interface ServingOffice {
  readonly id: number;
  readonly code: string;
  readonly name: LocalText;
  readonly city: LocalText;
  readonly siteKind: SiteKind | null;
  /** empty: the whole country, or nobody has said which part */
  readonly parts: readonly LocalText[];
  readonly bookable: boolean;
}

/** The offices that serve a country, with the parts of it that each serves; sites after the office they stand under. */
export async function officesServing(db: Db | Tx, country: string): Promise<ServingOffice[]> {
  const { rows } = await sql<ServingOffice>`
    SELECT o.id, o.code, o.name, o.city, o.site_kind AS "siteKind",
           coalesce(jsonb_agg(t.name ORDER BY t.name ->> 'it') FILTER (WHERE t.part), '[]') AS parts,
           EXISTS (SELECT FROM bookable_offering b WHERE b.office_id = o.id) AS bookable
    FROM office o
    JOIN consular_territory t ON t.office_id = ${whoseTerritory}
    LEFT JOIN office p ON p.id = o.parent_id
    WHERE o.active AND t.country = ${country.toUpperCase()}
    GROUP BY o.id, p.name
    ORDER BY coalesce(p.name, o.name) ->> 'it', o.parent_id NULLS FIRST, o.name ->> 'it'`.execute(db);
  return rows;
}

/** Countries that some office serves, for a list to choose from. */
export async function listServedCountries(db: Db | Tx): Promise<{ code: string; name: LocalText }[]> {
  const { rows } = await sql<{ code: string; name: LocalText }>`
    SELECT c.code, c.name FROM country c
    WHERE c.code IN (SELECT country FROM consular_territory) OR c.code IN (SELECT country FROM office)
    ORDER BY c.name ->> 'it'`.execute(db);
  return rows;
}

/** Every country, for a list to choose from. */
export async function listCountries(db: Db | Tx): Promise<{ code: string; name: LocalText }[]> {
  return db.selectFrom('country').select(['code', 'name']).orderBy(sql`name ->> 'it'`).execute();
}

/** Whether an office has a territory of its own, and who changed it last. */
export async function territoryRecord(
  db: Db | Tx,
  officeId: number,
): Promise<{ changedAt: Temporal.Instant | null; changedBy: number | null; isOwn: boolean }> {
  const row = await db
    .selectFrom('office')
    .select(['territory_changed_at as changedAt', 'territory_changed_by as changedBy'])
    .select(sql<boolean>`EXISTS (SELECT FROM consular_territory t WHERE t.office_id = office.id)`.as('isOwn'))
    .where('id', '=', officeId)
    .executeTakeFirstOrThrow();
  return row;
}

const whoseTerritory = sql`CASE WHEN EXISTS (SELECT FROM consular_territory own WHERE own.office_id = o.id)
  THEN o.id ELSE o.parent_id END`;
