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

/** Every e-mail to the owner of an account, about it or its bookings, the oldest first. */
export async function messagesOfAccount(db: Db, accountId: number): Promise<(MessageOfBooking & { to: string })[]> {
  const { rows } = await sql<MessageOfBooking & { to: string }>`
    SELECT kind, status, coalesce(sent_at, created_at) AS at, recipient AS to FROM message
    WHERE account_id = ${accountId} OR booking_id IN (SELECT id FROM booking WHERE account_id = ${accountId})
    ORDER BY id LIMIT 10000`.execute(db);
  return rows;
}
