import type { Db } from '#platform/database.ts';

/** An e-mail about a booking, and what became of it. */
export interface BookingMessage {
  readonly kind: string;
  readonly status: 'queued' | 'sent' | 'failed' | 'dropped' | 'refused' | 'bounced' | 'delivered';
  /** When it left, or was written where it has not left. */
  readonly at: Temporal.Instant;
}

/** The e-mails of a booking, the oldest first. Whoever sends them gives this to the desk. */
export type MessagesOf = (db: Db, bookingId: string) => Promise<BookingMessage[]>;
