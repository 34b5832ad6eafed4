import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';

/** A release that has seats left after so long is not said to sell out any more. */
const watchedHours = 24 * 14;

/** Every minute; the moment itself is that of the last hold. */
export const releaseCrontab = '* * * * * watch-releases';

/**
 * Writes down when releases had no seat left for the first time: once the last of their seats has opened, when the last
 * hold was made in them. Nobody who books waits for it.
 */
export async function watchReleases(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = deps.clock.now();
  const { rows } = await sql`
    WITH over AS (
      SELECT r.id, r.opens_at, r.last_opens_at FROM release r
      WHERE r.sold_out_at IS NULL AND r.cancelled_at IS NULL AND r.seats > 0 AND r.last_opens_at <= ${now}
        AND r.opens_at > ${now.subtract({ hours: watchedHours })}
        AND EXISTS (SELECT FROM slot s WHERE s.planner_id = r.planner_id AND s.day BETWEEN r.first_day AND r.last_day
                      AND s.planned > 0 AND ${ofRelease})
        AND NOT EXISTS (SELECT FROM slot s WHERE s.planner_id = r.planner_id AND s.open AND s.day BETWEEN r.first_day AND r.last_day
                          AND ${ofRelease})
    )
    UPDATE release r SET sold_out_at = greatest(over.last_opens_at, least(${now}, coalesce((
      SELECT max(h.created_at) FROM slot s JOIN hold h ON h.slot_id = s.id
      WHERE s.planner_id = r.planner_id AND s.day BETWEEN r.first_day AND r.last_day AND ${ofRelease}), ${now})))
    FROM over WHERE r.id = over.id RETURNING r.id`.execute(deps.db);
  return rows.length;
}

/** That a slot `s` belongs to the release `r`. */
const ofRelease = sql`(s.release_id = r.id OR (r.created_by IS NULL AND s.release_id IS NULL
  AND s.opens_at BETWEEN r.opens_at AND r.last_opens_at))`;
