import type { Db } from '#platform/database.ts';
import type { TicketState } from '../tables.ts';

/** A ticket as its holder may know it. */
export interface OwnTicket {
  readonly accountId: number | null;
  readonly party: number;
  readonly state: TicketState;
}

/** Whose ticket it is; undefined when there is none. */
export async function ownTicket(
  db: Db,
  { roomId, number }: { roomId: number; number: number },
): Promise<OwnTicket | undefined> {
  return db
    .selectFrom('ticket')
    .select(['account_id as accountId', 'party', 'state'])
    .where('room_id', '=', roomId)
    .where('number', '=', number)
    .executeTakeFirst();
}
