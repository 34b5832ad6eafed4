import type { Db } from '#platform/database.ts';
import type { TicketName } from './ticket-name.ts';

/** What became of a ticket whose room is long over. */
export async function pastTicket(db: Db, { roomId, number }: Pick<TicketName, 'roomId' | 'number'>) {
  return db
    .selectFrom('ticket as t')
    .innerJoin('room as r', 'r.id', 't.room_id')
    .select(['t.state', 'r.outcome', 'r.code', 'r.ended_at as endedAt'])
    .where('t.room_id', '=', roomId)
    .where('t.number', '=', number)
    .executeTakeFirst();
}
