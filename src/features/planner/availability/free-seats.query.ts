import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { bookable } from './bookable.ts';

/** How many seats could be booked at this instant, and at how many offices. Reads all open slots: keep the answer. */
export async function countFreeSeats(db: Db | Tx, now: Temporal.Instant): Promise<{ seats: number; offices: number }> {
  const { rows } = await sql<{ seats: number; offices: number }>`
    SELECT coalesce(sum(s.capacity - s.taken), 0)::int AS seats, count(DISTINCT p.office_id)::int AS offices
    FROM planner p JOIN slot s ON s.planner_id = p.id
    WHERE p.published AND ${bookable(now)}
      AND EXISTS (SELECT FROM planner_offering po JOIN bookable_offering b ON b.offering_id = po.offering_id
                  WHERE po.planner_id = p.id)`.execute(db);
  return rows[0] ?? { seats: 0, offices: 0 };
}
