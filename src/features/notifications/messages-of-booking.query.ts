import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { MessageKind, MessageStatus } from './rules.ts';

export interface MessageOfBooking {
  readonly kind: MessageKind;
  readonly status: MessageStatus;
  /** When it left, or was written where it has not left. */
  readonly at: Temporal.Instant;
}

/** The e-mails of a booking and what became of them, the oldest first; never to whom. */
export async function messagesOfBooking(db: Db, bookingId: string): Promise<MessageOfBooking[]> {
  return db
    .selectFrom('message')
    .select(['kind', 'status'])
    .select(sql<Temporal.Instant>`coalesce(sent_at, created_at)`.as('at'))
    .where('booking_id', '=', bookingId)
    .orderBy('id')
    .limit(50)
    .execute();
}
