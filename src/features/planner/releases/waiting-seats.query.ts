import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** Seats of a planner that are not open yet, and belong to no planned release. */
export interface WaitingSeats {
  readonly seats: number;
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
}

export async function waitingSeats(
  db: Db | Tx,
  filter: { plannerId: number; now: Temporal.Instant },
): Promise<WaitingSeats> {
  const { rows } = await sql<WaitingSeats>`
    SELECT coalesce(sum(s.planned), 0)::int AS seats, min(s.day) AS "from", max(s.day) AS "to" FROM slot s
    WHERE s.planner_id = ${filter.plannerId} AND s.starts_at > ${filter.now} AND s.planned > 0 AND s.release_id IS NULL
      AND s.opens_at > ${filter.now}`.execute(db);
  return rows[0] ?? { seats: 0, from: null, to: null };
}
