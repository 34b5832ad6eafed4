import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** A copy that was made: where, and which services of the planner its office does not offer. */
export interface Copy {
  readonly plannerId: number;
  readonly officeId: number;
  readonly officeCode: string;
  readonly officeName: LocalText;
  readonly left: readonly LocalText[];
}

/** What became of a planner copied to some offices, in the order of their names. */
export async function copiesOf(db: Db, filter: { plannerId: number; copies: readonly number[] }): Promise<Copy[]> {
  const { rows } = await sql<Copy>`
    SELECT p.id AS "plannerId", f.id AS "officeId", f.code AS "officeCode", f.name AS "officeName",
           coalesce((SELECT jsonb_agg(s.name ORDER BY s.position)
                     FROM planner_offering po JOIN offering o ON o.id = po.offering_id JOIN service s ON s.code = o.service_code
                     WHERE po.planner_id = ${filter.plannerId} AND NOT EXISTS (
                       SELECT FROM planner_offering pc JOIN offering oc ON oc.id = pc.offering_id
                       WHERE pc.planner_id = p.id AND oc.service_code = o.service_code)), '[]') AS left
    FROM planner p JOIN office f ON f.id = p.office_id
    WHERE p.id = ANY (${filter.copies}::int[]) ORDER BY f.code`.execute(db);
  return rows;
}
