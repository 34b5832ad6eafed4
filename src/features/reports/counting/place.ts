import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** An office whose days are counted. */
export interface CountedOffice {
  readonly placeId: number;
  readonly officeId: number;
  readonly timeZone: string;
}

/** The offices to count, each with a place for its counts; those without one are given it. */
export async function countedOffices(db: Db | Tx, officeIds: readonly number[]): Promise<CountedOffice[]> {
  const { rows } = await sql<CountedOffice>`
    WITH added AS (
      INSERT INTO report_place (office_id)
      SELECT id FROM office WHERE id = ANY (${officeIds}::int[])
        AND NOT EXISTS (SELECT FROM report_place p WHERE p.office_id = office.id)
      ORDER BY id ON CONFLICT ON CONSTRAINT report_place_office DO NOTHING
      RETURNING id, office_id
    )
    SELECT p.id AS "placeId", o.id AS "officeId", o.time_zone AS "timeZone"
    FROM (SELECT id, office_id FROM report_place WHERE office_id = ANY (${officeIds}::int[])
          UNION ALL SELECT id, office_id FROM added) AS p JOIN office o ON o.id = p.office_id
    ORDER BY o.id`.execute(db);
  return rows;
}
