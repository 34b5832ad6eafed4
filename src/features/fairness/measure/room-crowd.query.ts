import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Part } from '../tables.ts';

/** A group of a crowd as it is counted, before anything is kept back. */
export interface Counted {
  readonly part: Part;
  readonly value: string;
  readonly people: number;
  readonly winners: number;
}

export interface CrowdTotals {
  readonly people: number;
  readonly winners: number;
  readonly answered: number;
  readonly medianSeconds: number | null;
  readonly mostSeconds: number | null;
  readonly correlation: number | null;
}

/**
 * People of a room: a ticket each. One that a better proved ticket of the same person displaced is told among the outcomes and
 * counts nowhere else. Quarters are of the time in which those who were drawn could join; of a room that was in order of
 * arrival, of all its joining.
 */
export async function roomCrowd(
  db: Db | Tx,
  { roomId, zone }: { roomId: number; zone: string },
): Promise<{ groups: Counted[]; totals: CrowdTotals }> {
  const { rows: groups } = await sql<Counted>`
    WITH room_times AS (
      SELECT extract(epoch FROM r.joins_at)::float8 AS since,
             greatest(extract(epoch FROM CASE WHEN r.closes_at > r.joins_at THEN r.closes_at
               ELSE (SELECT max(joined_at) FROM ticket WHERE room_id = r.id) END)::float8, extract(epoch FROM r.joins_at)::float8 + 1) AS until
      FROM room r WHERE r.id = ${roomId}
    )
    SELECT v.part, v.value, count(*)::int AS people, count(*) FILTER (WHERE t.state = 'booked')::int AS winners
    FROM ticket t CROSS JOIN room_times w CROSS JOIN LATERAL (VALUES
      ('outcome', t.state),
      ('channel', t.channel), ('language', t.language), ('device', t.device), ('party', least(t.party, 6)::text),
      ('hour', to_char(t.joined_at AT TIME ZONE ${zone}, 'HH24')),
      ('quarter', CASE WHEN extract(epoch FROM t.joined_at) > w.until THEN 'later'
        ELSE least(4, greatest(1, 1 + floor(4 * (extract(epoch FROM t.joined_at) - w.since) / (w.until - w.since))))::int::text END)
    ) AS v(part, value)
    WHERE t.room_id = ${roomId} AND (v.part = 'outcome' OR t.state <> 'displaced')
    GROUP BY v.part, v.value ORDER BY v.part, v.value`.execute(db);
  const { rows } = await sql<CrowdTotals>`
    WITH answered AS (
      SELECT extract(epoch FROM settled_at - joined_at)::float8 AS seconds FROM ticket
      WHERE room_id = ${roomId} AND state <> 'displaced' AND settled_at IS NOT NULL
    )
    SELECT count(*)::int AS people, count(*) FILTER (WHERE state = 'booked')::int AS winners,
           (SELECT count(*)::int FROM answered) AS answered,
           (SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds))::int FROM answered) AS "medianSeconds",
           (SELECT round(percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds))::int FROM answered) AS "mostSeconds",
           (SELECT corr(u.number::float8, u.place::float8)::float8 FROM draw d
              CROSS JOIN LATERAL unnest(d.places) WITH ORDINALITY AS u(number, place) WHERE d.room_id = ${roomId}) AS correlation
    FROM ticket WHERE room_id = ${roomId} AND state <> 'displaced'`.execute(db);
  const [totals] = rows;
  if (totals === undefined) throw new Error(`room ${roomId} has no totals`);
  return { groups, totals };
}
