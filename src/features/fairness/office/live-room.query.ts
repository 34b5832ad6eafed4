import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** How a room stands at this moment, from its rows: for the few who look after it, not for the many who wait. */
export interface LiveRoom {
  readonly tickets: number;
  readonly waiting: number;
  readonly inTurn: number;
  readonly booked: number;
  readonly lapsed: number;
  readonly left: number;
  /** turns begun a minute, of the last five minutes; null before there were any */
  readonly pace: number | null;
  /** seats that are open and neither held nor booked */
  readonly free: number;
}

const paceMinutes = 5;

export async function liveRoom(
  db: Db | Tx,
  { roomId, now }: { roomId: number; now: Temporal.Instant },
): Promise<LiveRoom> {
  const { rows } = await sql<LiveRoom>`
    SELECT count(*)::int AS tickets, count(*) FILTER (WHERE t.state = 'waiting')::int AS waiting,
           count(*) FILTER (WHERE t.state = 'admitted')::int AS "inTurn", count(*) FILTER (WHERE t.state = 'booked')::int AS booked,
           count(*) FILTER (WHERE t.state = 'lapsed')::int AS lapsed, count(*) FILTER (WHERE t.state = 'left')::int AS left,
           nullif(count(*) FILTER (WHERE t.admitted_at > ${now.subtract({ minutes: paceMinutes })}), 0)::float8 / ${paceMinutes}::int AS pace,
           (SELECT coalesce(sum(s.capacity - s.taken), 0)::int FROM room m JOIN room_planner rp ON rp.room_id = m.id
              JOIN slot s ON s.planner_id = rp.planner_id
            WHERE m.id = ${roomId} AND s.open AND s.starts_at > ${now}
              AND (m.gated_from IS NULL OR s.opens_at BETWEEN m.gated_from AND m.gated_to)) AS free
    FROM ticket t WHERE t.room_id = ${roomId}`.execute(db);
  return rows[0] ?? { tickets: 0, waiting: 0, inTurn: 0, booked: 0, lapsed: 0, left: 0, pace: null, free: 0 };
}
