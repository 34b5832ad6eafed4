import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/**
 * The days between two, both included, on which an office is not at work beside Saturdays and Sundays: the holidays of its
 * country and place, of Italy too for a consular office, and those on which it is closed all day. As `YYYY-MM-DD`.
 */
export async function daysOff(
  db: Db | Tx,
  filter: { officeId: number; from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<ReadonlySet<string>> {
  const { officeId, from, to } = filter;
  const { rows } = await sql<{ day: string }>`
    SELECT h.day::text AS day FROM office o
    JOIN holiday h ON (h.country = o.country AND h.scope IN ('national', o.province_code))
                   OR (o.kind = 'consular' AND h.country = 'IT' AND h.scope = 'national')
    WHERE o.id = ${officeId} AND h.day BETWEEN ${from} AND ${to}
    UNION
    SELECT d::date::text FROM closure_occurrence c
    CROSS JOIN LATERAL generate_series(greatest(c.first_day, ${from}::date), least(c.last_day, ${to}::date), '1 day') AS d
    WHERE c.office_id = ${officeId} AND c.planner_id IS NULL AND c.starts IS NULL
      AND c.last_day >= ${from} AND c.first_day <= ${to}`.execute(db);
  return new Set(rows.map(({ day }) => day));
}
