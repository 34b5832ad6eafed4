import { type RawBuilder, sql } from 'kysely';
import type { LocalText } from '#platform/language.ts';

/**
 * Why the office closes over the appointment that `proposal p` wants to move, as everybody may read it; null where
 * something else is the cause, or the closure is gone again.
 */
export const closureReason: RawBuilder<LocalText | null> = sql`(
  SELECT c.reason FROM booking cb
  JOIN office co ON co.id = cb.office_id
  CROSS JOIN LATERAL (SELECT p.old_starts_at AT TIME ZONE co.time_zone AS starts) AS wall
  JOIN closure_occurrence c ON c.office_id = cb.office_id AND (c.planner_id IS NULL OR c.planner_id = cb.planner_id)
   AND wall.starts::date BETWEEN c.first_day AND c.last_day
   AND (c.starts IS NULL OR (wall.starts::time < c.ends
        AND (wall.starts + (cb.ends_at - cb.starts_at))::time > c.starts))
  WHERE p.cause = 'closure' AND cb.id = p.booking_id ORDER BY c.starts NULLS FIRST, c.id LIMIT 1)`;
