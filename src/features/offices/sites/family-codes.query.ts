import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** The codes of the office that one stands under and of those under it, but for those switched off. */
export interface FamilyCodes {
  readonly parent: string | null;
  readonly sites: readonly string[];
}

/** The families of several offices by their ids, in one question; an office without any is left out. */
export async function familyCodes(db: Db, officeIds: readonly number[]): Promise<Map<number, FamilyCodes>> {
  const { rows } = await sql<FamilyCodes & { id: number }>`
    SELECT o.id, p.code AS parent, array_remove(array_agg(s.code ORDER BY s.code), NULL) AS sites
    FROM office o
    LEFT JOIN office p ON p.id = o.parent_id
    LEFT JOIN office s ON s.parent_id = o.id AND s.active
    WHERE o.id = ANY (${officeIds}::int[]) AND (p.id IS NOT NULL OR s.id IS NOT NULL)
    GROUP BY o.id, p.code`.execute(db);
  return new Map(rows.map(({ id, ...family }) => [id, family]));
}
