import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { bookable } from './bookable.ts';
import { firstDay } from './within-window.ts';

/**
 * How many seats could be booked at this instant, and at how many offices. Reads all open slots: keep the answer. A seat
 * counts when it lies between the first and the last day that any service of its planner may be booked on without an
 * invitation.
 */
export async function countFreeSeats(db: Db | Tx, now: Temporal.Instant): Promise<{ seats: number; offices: number }> {
  const { rows } = await sql<{ seats: number; offices: number }>`
    SELECT coalesce(sum(s.capacity - s.taken), 0)::int AS seats, count(DISTINCT p.office_id)::int AS offices
    FROM (
      SELECT p.id, p.office_id, p.audience, p.audience_until_minutes, min(greatest(p.notice_minutes, o.notice_minutes)) AS notice_minutes,
             min(${firstDay(now)}) AS first_day, max(coalesce(${firstDay(now)} + o.horizon_days, 'infinity')) AS last_day
      FROM planner p JOIN planner_offering po ON po.planner_id = p.id
      JOIN bookable_offering b ON b.offering_id = po.offering_id
      JOIN offering o ON o.id = b.offering_id JOIN office of ON of.id = o.office_id
      WHERE p.published AND NOT o.invite_only GROUP BY p.id) AS p
    JOIN slot s ON s.planner_id = p.id
    WHERE ${bookable(now)} AND s.day BETWEEN p.first_day AND p.last_day`.execute(db);
  return rows[0] ?? { seats: 0, offices: 0 };
}
