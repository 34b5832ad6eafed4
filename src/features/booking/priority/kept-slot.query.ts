import { sql } from 'kysely';
import { forEverybody } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';

/** The day of a slot of the offering that is kept for people with priority at this instant; undefined for any other. */
export async function keptSlotDay(
  db: Db,
  filter: { slot: string; offeringId: number; now: Temporal.Instant },
): Promise<Temporal.PlainDate | undefined> {
  const { slot, offeringId, now } = filter;
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    SELECT s.day FROM slot s JOIN planner p ON p.id = s.planner_id AND p.published
    JOIN planner_offering po ON po.planner_id = p.id AND po.offering_id = ${offeringId}
    WHERE s.id = ${slot} AND s.capacity > s.taken AND s.opens_at <= ${now} AND s.starts_at > ${now}
      AND p.audience = 'priority' AND NOT coalesce(${forEverybody(now)}, false)`.execute(db);
  return rows[0]?.day;
}
