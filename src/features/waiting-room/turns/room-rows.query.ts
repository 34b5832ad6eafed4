import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { RoomNow } from './rooms.ts';
import { ticketStates } from './standing.rules.ts';

export type RoomRow = Omit<RoomNow, 'gate' | 'asOf'> & {
  readonly gatedFrom: Temporal.Instant | null;
  readonly gatedTo: Temporal.Instant | null;
  readonly timeZone: string;
  readonly endedAt: Temporal.Instant | null;
};

/** Rooms that have not ended, and those that did since an instant; or some of them. */
export async function readRooms(
  db: Db,
  { endedSince, only }: { endedSince: Temporal.Instant; only?: readonly number[] | undefined },
): Promise<RoomRow[]> {
  const which = only
    ? sql`r.id = ANY (${[...only]}::int[])`
    : sql`(r.state <> 'ended' OR (r.state = 'ended' AND r.ended_at > ${endedSince}))`;
  const { rows } = await sql<RoomRow>`
    SELECT r.id, r.code, r.office_id AS "officeId", o.time_zone AS "timeZone", p.planners AS "plannerIds", p.offerings AS "offeringIds",
           r.ordering, r.state, r.joins_at AS "joinsAt", r.closes_at AS "closesAt", r.opens_at AS "opensAt",
           r.gated_from AS "gatedFrom", r.gated_to AS "gatedTo", r.turn_seconds AS "turnSeconds", r.last_number AS people,
           r.drawn, r.admitted_through AS "admittedThrough", r.free, r.pace, r.outcome,
           r.ended_at AS "endedAt"
    FROM room r JOIN office o ON o.id = r.office_id
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(DISTINCT rp.planner_id), '{}') AS planners,
             coalesce(array_agg(DISTINCT po.offering_id) FILTER (WHERE po.offering_id IS NOT NULL), '{}') AS offerings
      FROM room_planner rp LEFT JOIN planner_offering po ON po.planner_id = rp.planner_id WHERE rp.room_id = r.id) p
    WHERE ${which}`.execute(db);
  return rows;
}

/** Tickets by number, in arrays of one length. */
export interface TicketNews {
  readonly numbers: readonly number[];
  /** indexes of `ticketStates` */
  readonly states: readonly number[];
  /** milliseconds of the epoch; 0 but for those whose turn it is */
  readonly turnEnds: readonly number[];
}

/** Tickets of a room that were settled, or got their turn, since; of a room that has ended only those with a seat or a reason of their own. */
export async function readTickets(
  db: Db,
  request: { roomId: number; ended: boolean; settledSince: Temporal.Instant; turnsSince: Temporal.Instant },
): Promise<TicketNews> {
  const { roomId, ended, settledSince, turnsSince } = request;
  const { rows } = await sql<TicketNews>`
    SELECT coalesce(array_agg(t.number), '{}') AS numbers,
           coalesce(array_agg(array_position(${[...ticketStates]}::text[], t.state) - 1), '{}') AS states,
           coalesce(array_agg(t.ends), '{}') AS "turnEnds"
    FROM (
      SELECT number, state, 0::float8 AS ends FROM ticket
      WHERE room_id = ${roomId} AND settled_at > ${settledSince} AND settled_at IS NOT NULL
        AND ${ended ? sql`state <> 'over'` : sql`true`}
      UNION ALL
      SELECT number, state, extract(epoch FROM turn_ends_at)::float8 * 1000 FROM ticket
      WHERE room_id = ${roomId} AND state = 'admitted' AND turn_ends_at > ${turnsSince}) t`.execute(db);
  return rows[0] ?? { numbers: [], states: [], turnEnds: [] };
}

/** Numbers in the order drawn; empty where nobody had joined by the closing. */
export async function readOrder(db: Db, roomId: number): Promise<readonly number[]> {
  const row = await db.selectFrom('draw').select('places').where('room_id', '=', roomId).executeTakeFirst();
  return row?.places ?? [];
}
