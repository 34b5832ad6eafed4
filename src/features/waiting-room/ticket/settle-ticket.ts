import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/** A seat held with a ticket has become a booking. */
export async function settleTicket(
  tx: Tx,
  request: { roomId: number; number: number; bookingId: string; now: Temporal.Instant },
): Promise<void> {
  await sql`
    UPDATE ticket SET state = 'booked', booking_id = ${request.bookingId}, settled_at = ${request.now}
    WHERE room_id = ${request.roomId} AND number = ${request.number}`.execute(tx);
}
