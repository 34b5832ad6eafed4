import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Ordering } from '#features/waiting-room/index.ts';

/** A release or a room that is over and has no report yet. */
export interface Measurable {
  readonly code: string;
  readonly officeId: number;
  readonly zone: string;
  readonly releaseId: string | null;
  readonly roomId: number | null;
  readonly ordering: Ordering | null;
  readonly outcome: 'sold-out' | 'emptied' | null;
  readonly planners: readonly string[];
  readonly joinsAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
  readonly opensAt: Temporal.Instant;
  readonly soldOutAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  /** null: a room over seats that come and go */
  readonly seats: number | null;
}

/** A turn that was given at the very end, and the letters of the last answers, are over by then. */
const settledHours = 2;
/** Without a room: holds that became no appointment are over by then. */
const quietHours = 1;
/** After so long seats without a room are no rush; holds are kept for a week. */
const watchedHours = 24;
const keptHours = 24 * 6;

/** Rooms that ended and whose tickets all have their answer; releases without one that sold out, or opened a day ago. */
export async function measurable(
  db: Db | Tx,
  { now, limit }: { now: Temporal.Instant; limit: number },
): Promise<Measurable[]> {
  const { rows } = await sql<Measurable>`
    SELECT m.code, o.id AS "officeId", o.time_zone AS zone, m.release_id AS "releaseId", m.room_id AS "roomId", m.ordering, m.outcome,
           m.planners, m.joins_at AS "joinsAt", m.closes_at AS "closesAt", m.opens_at AS "opensAt", m.sold_out_at AS "soldOutAt",
           m.ended_at AS "endedAt", m.seats
    FROM office o JOIN (
      SELECT m.code, m.office_id, m.release_id, m.id AS room_id, m.ordering, m.outcome, m.joins_at, m.closes_at, m.opens_at,
             ARRAY(SELECT p.name FROM room_planner rp JOIN planner p ON p.id = rp.planner_id WHERE rp.room_id = m.id ORDER BY p.name) AS planners,
             coalesce(r.sold_out_at, CASE WHEN m.outcome = 'sold-out' THEN m.ended_at END) AS sold_out_at, m.ended_at, r.seats
      FROM room m LEFT JOIN release r ON r.id = m.release_id
      WHERE m.state = 'ended' AND m.outcome <> 'cancelled' AND NOT EXISTS (SELECT FROM fairness_report f WHERE f.code = m.code)
        AND (m.ended_at < ${now.subtract({ hours: settledHours })}
             OR NOT EXISTS (SELECT FROM ticket t WHERE t.room_id = m.id AND t.state IN ('waiting', 'admitted')))
      UNION ALL
      SELECT r.code, p.office_id, r.id, NULL, NULL, CASE WHEN r.sold_out_at IS NOT NULL THEN 'sold-out' END, NULL, NULL, r.opens_at,
             ARRAY[p.name], r.sold_out_at, NULL, r.seats
      FROM release r JOIN planner p ON p.id = r.planner_id
      WHERE r.cancelled_at IS NULL AND r.seats > 0 AND r.kind <> 'returned' AND p.audience = 'everybody'
        AND r.last_opens_at > ${now.subtract({ hours: keptHours })}
        AND (r.sold_out_at < ${now.subtract({ hours: quietHours })} OR r.last_opens_at < ${now.subtract({ hours: watchedHours })})
        AND NOT EXISTS (SELECT FROM fairness_report f WHERE f.code = r.code)
        AND NOT EXISTS (SELECT FROM room m WHERE m.release_id = r.id AND m.outcome IS DISTINCT FROM 'cancelled')
    ) AS m ON m.office_id = o.id
    ORDER BY m.opens_at LIMIT ${limit}`.execute(db);
  return rows;
}
