import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** When the seat that was asked for would have been; undefined when the service has no such slot. */
export async function wantedSlot(
  db: Db,
  filter: { slot: string; offeringId: number },
): Promise<{ startsAt: Temporal.Instant; day: Temporal.PlainDate } | undefined> {
  const { rows } = await sql<{ startsAt: Temporal.Instant; day: Temporal.PlainDate }>`
    SELECT s.starts_at AS "startsAt", s.day FROM slot s JOIN planner_offering po ON po.planner_id = s.planner_id
    WHERE s.id = ${filter.slot} AND po.offering_id = ${filter.offeringId}`.execute(db);
  return rows[0];
}
