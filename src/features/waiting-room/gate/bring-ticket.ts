import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Rooms } from '../turns/rooms.ts';

/**
 * Notes with which ticket a seat is about to be asked for, before it is: of the account whose turn it is, for the service
 * and for as many as wait. Refused where it is nobody's turn, or where the ticket is another's.
 */
export async function bringTicket(
  db: Db,
  rooms: Pick<Rooms, 'ofTicket'>,
  wish: {
    readonly holdId: string;
    readonly offeringId: number;
    readonly party: number;
    readonly accountId: number | null;
    readonly ticket: string | undefined;
    readonly roomIds: readonly number[];
    readonly now: Temporal.Instant;
  },
): Promise<Outcome<{ roomId: number }, 'queue-required' | 'not-the-ticket-holder'>> {
  const { holdId, offeringId, party, accountId, ticket, roomIds, now } = wish;
  const standing = ticket === undefined ? undefined : rooms.ofTicket(ticket, now);
  if (ticket !== undefined && (standing === undefined || !roomIds.includes(standing.room.id)))
    return { ok: false, reason: 'queue-required' };
  if (accountId === null) return { ok: false, reason: 'queue-required' };
  const which = standing
    ? sql`t.room_id = ${standing.room.id} AND t.number = ${standing.number}`
    : sql`t.room_id = ANY (${[...roomIds]}::int[])`;
  const { rows } = await sql<{ roomId: number }>`
    INSERT INTO hold_ticket (hold_id, room_id, number, created_at)
    SELECT ${holdId}, t.room_id, t.number, ${now} FROM ticket t
    WHERE ${which} AND t.account_id = ${accountId} AND t.state = 'admitted' AND t.turn_ends_at > ${now}
      AND t.offering_id = ${offeringId} AND t.party = ${party}
    ORDER BY t.room_id, t.number LIMIT 1
    ON CONFLICT DO NOTHING RETURNING room_id AS "roomId"`.execute(db);
  const [noted] = rows;
  if (noted) return { ok: true, roomId: noted.roomId };
  const isTurn = standing ? standing.state === 'admitted' : await hasTurn(db, { accountId, roomIds, now });
  return { ok: false, reason: isTurn ? 'not-the-ticket-holder' : 'queue-required' };
}

/** It is their turn, but for another service or other people. */
async function hasTurn(
  db: Db,
  { accountId, roomIds, now }: { accountId: number; roomIds: readonly number[]; now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM ticket WHERE account_id = ${accountId} AND room_id = ANY (${[...roomIds]}::int[]) AND state = 'admitted'
      AND turn_ends_at > ${now} LIMIT 1`.execute(db);
  return rows.length > 0;
}
