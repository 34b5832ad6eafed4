import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** Whom figures are about: one office, or all offices that a filter lets through. */
export interface Scope {
  readonly placeIds: readonly number[];
  readonly service: string | null;
  /** when it is one office */
  readonly officeId: number | null;
}

export interface NetworkFilter {
  readonly kind: 'consular' | 'municipal' | null;
  /** a province, or a country */
  readonly area: string | null;
  readonly service: string | null;
}

export async function officeScope(
  db: Db,
  { officeId, service = null }: { officeId: number; service?: string | null },
): Promise<Scope> {
  const place = await db.selectFrom('report_place').select('id').where('office_id', '=', officeId).executeTakeFirst();
  return { placeIds: place ? [place.id] : [], service, officeId };
}

/** All offices, added up beforehand by kind and area: a year of all of them is a few thousand rows. */
export async function networkScope(db: Db, { kind, area, service }: NetworkFilter): Promise<Scope> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM report_place
    WHERE kind IS NOT NULL AND (${kind}::text IS NULL OR kind = ${kind}) AND area = ${area ?? ''}`.execute(db);
  return { placeIds: rows.map(({ id }) => id), service, officeId: null };
}

/** The areas that have figures, for the filter. */
export async function knownAreas(db: Db): Promise<{ kind: string; area: string; name: string }[]> {
  const { rows } = await sql<{ kind: string; area: string; name: string }>`
    SELECT p.kind, p.area, coalesce(
      (SELECT m.province FROM municipality m WHERE p.kind = 'municipal' AND m.province_code = p.area LIMIT 1),
      (SELECT c.name ->> 'it' FROM country c WHERE c.code = p.area), p.area) AS name
    FROM report_place p WHERE p.kind IS NOT NULL AND p.area <> '' ORDER BY p.kind, name`.execute(db);
  return rows;
}
