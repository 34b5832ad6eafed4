import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** Seats of an offering that anybody could hold at this instant, over all its planners where people may be asked to wait. */
export async function freeOfOffering(
  db: Db,
  { offeringId, now }: { offeringId: number; now: Temporal.Instant },
): Promise<number> {
  const { rows } = await sql<{ free: number }>`
    SELECT coalesce(sum(s.capacity - s.taken), 0)::int AS free
    FROM planner_offering po JOIN planner p ON p.id = po.planner_id AND p.published AND p.audience = 'everybody'
    LEFT JOIN room_rule rule ON rule.planner_id = p.id
    JOIN slot s ON s.planner_id = p.id AND s.open AND s.day >= (${now}::timestamptz AT TIME ZONE 'UTC')::date - 1
    WHERE po.offering_id = ${offeringId} AND rule.room IS DISTINCT FROM 'never' AND s.opens_at <= ${now}
      AND s.starts_at >= ${now}::timestamptz + make_interval(mins => p.notice_minutes)`.execute(db);
  return rows[0]?.free ?? 0;
}
