import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockRoom } from './settle-tickets.ts';

/** A release of another office that opens in the same moment, for a service of the room. */
export interface ReleaseBeside {
  readonly code: string;
  readonly plannerId: number;
  readonly officeId: number;
  readonly officeName: LocalText;
  readonly seats: number;
  /** its seats are given together with the room's */
  readonly isIn: boolean;
}

/** What could be given together with a room's seats, or is. */
export async function releasesBeside(db: Db | Tx, roomId: number): Promise<ReleaseBeside[]> {
  const { rows } = await sql<ReleaseBeside>`
    SELECT l.code, l.planner_id AS "plannerId", f.id AS "officeId", f.name AS "officeName", l.seats,
           EXISTS (SELECT FROM room_planner own WHERE own.room_id = r.id AND own.planner_id = l.planner_id) AS "isIn"
    FROM room r JOIN release l ON l.opens_at = r.gated_from AND l.last_opens_at = r.gated_to AND l.cancelled_at IS NULL
    JOIN planner p ON p.id = l.planner_id AND p.published AND p.office_id <> r.office_id
    JOIN office f ON f.id = p.office_id
    WHERE r.id = ${roomId} AND l.id IS DISTINCT FROM r.release_id
      AND NOT EXISTS (SELECT FROM room other WHERE other.release_id = l.id AND other.outcome IS DISTINCT FROM 'cancelled')
      AND EXISTS (
        SELECT FROM planner_offering theirs JOIN offering t ON t.id = theirs.offering_id AND t.active AND NOT t.invite_only
        JOIN offering o ON o.service_code = t.service_code
        JOIN planner_offering ours ON ours.offering_id = o.id
        JOIN room_planner rp ON rp.planner_id = ours.planner_id AND rp.room_id = r.id
        WHERE theirs.planner_id = p.id)
    ORDER BY f.name ->> 'it', l.code LIMIT 60`.execute(db);
  return rows;
}

/** Gives the seats of another office's release together with a room's, before anybody has joined. */
export async function shareRoomWith(
  tx: Tx,
  { roomId, code }: { roomId: number; code: string },
): Promise<Outcome<{ officeId: number }, 'unknown-release' | 'already-joined'>> {
  await lockRoom(tx, roomId);
  const beside = (await releasesBeside(tx, roomId)).find((release) => release.code === code);
  if (beside === undefined) return { ok: false, reason: 'unknown-release' };
  const joined = await sql`SELECT FROM room WHERE id = ${roomId} AND (last_number > 0 OR state = 'ended')`.execute(tx);
  if (joined.rows.length > 0) return { ok: false, reason: 'already-joined' };
  await sql`
    INSERT INTO room_planner (room_id, planner_id) VALUES (${roomId}, ${beside.plannerId}) ON CONFLICT DO NOTHING`.execute(
    tx,
  );
  return { ok: true, officeId: beside.officeId };
}
