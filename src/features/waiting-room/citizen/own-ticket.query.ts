import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { type TicketName, signTicket } from '../ticket/ticket-name.ts';
import type { Rooms, Standing } from '../turns/rooms.ts';

/** A ticket of an account, and where it stands. */
export interface OwnTicket {
  readonly ticket: string;
  readonly standing: Standing;
}

/**
 * What an account waits for. Where no room is live nobody is asked: it costs the database nothing. Tickets of rooms that
 * ended are told of for a while, so that nobody misses how it went.
 */
export async function ticketsOf(
  { db, secrets }: Pick<Deps, 'db' | 'secrets'>,
  rooms: Pick<Rooms, 'all' | 'standingOf'>,
  { accountId, now }: { accountId: number; now: Temporal.Instant },
): Promise<OwnTicket[]> {
  const roomIds = rooms.all().map(({ id }) => id);
  if (roomIds.length === 0) return [];
  const { rows } = await sql<TicketName>`
    SELECT room_id AS "roomId", number, offering_id AS "offeringId", joined_at AS "joinedAt" FROM ticket
    WHERE account_id = ${accountId} AND room_id = ANY (${roomIds}::int[]) ORDER BY joined_at DESC LIMIT 20`.execute(db);
  return rows.flatMap((name) => {
    const standing = rooms.standingOf(name, now);
    return standing ? [{ ticket: signTicket(secrets, name), standing }] : [];
  });
}

/** Whether a ticket is an account's, and for how many people it is. */
export async function partyOfOwn(
  { db }: Pick<Deps, 'db'>,
  { roomId, number, accountId }: { roomId: number; number: number; accountId: number },
): Promise<number | undefined> {
  const row = await db
    .selectFrom('ticket')
    .select('party')
    .where('room_id', '=', roomId)
    .where('number', '=', number)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.party;
}
