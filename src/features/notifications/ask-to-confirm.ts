import { markConfirmationAsked } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import { addMessages, bookingMessage } from './add-messages.ts';
import { bookingsToWriteAbout } from './recipient.query.ts';

/**
 * Asks people to confirm once their window is open: the mark on the booking and the message are one commit. Those whose
 * window was already open when they booked are confirmed and never come here. Answers how many were asked.
 */
export async function askToConfirm(tx: Tx, request: { now: Temporal.Instant; limit: number }): Promise<number> {
  const { now, limit } = request;
  const due = await bookingsToWriteAbout(tx)
    .where('booking.status', '=', 'booked')
    .where('booking.confirm_by', '=', 'citizen')
    .where('booking.confirm_requested_at', 'is', null)
    .where('booking.confirm_opens_at', '<=', now)
    .where('booking.confirm_closes_at', '>', now)
    .orderBy('booking.confirm_opens_at')
    .limit(limit)
    .forNoKeyUpdate('booking')
    .skipLocked()
    .execute();
  if (due.length === 0) return 0;
  await markConfirmationAsked(tx, { bookingIds: due.map((booking) => booking.id), now });
  await addMessages(
    tx,
    due.map((booking) => bookingMessage('confirm-request', booking)),
    now,
  );
  return due.length;
}
