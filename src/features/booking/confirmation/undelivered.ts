import type { Tx } from '#platform/database.ts';
import { lockBooking } from '../locked-booking.ts';
import { recordEvent } from '../record-event.ts';
import type { Undelivered } from './unconfirmed.rules.ts';

/**
 * A confirmation request is known not to have arrived: the booking is the office's matter, and never ends by itself. One
 * that has ended so already goes to the office too: reports come hours late. A request for an earlier time of a booking
 * that was moved says nothing of it. Answers whether anything changed.
 */
export async function markConfirmUndelivered(
  tx: Tx,
  request: { bookingId: string; startsAt: Temporal.Instant | undefined; why: Undelivered; now: Temporal.Instant },
): Promise<boolean> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined || booking.confirmUndeliveredAt !== null) return false;
  if (request.startsAt !== undefined && !request.startsAt.equals(booking.startsAt)) return false;
  const waits = booking.status === 'booked' && booking.confirmBy === 'citizen';
  if (!waits && booking.cancelledBy !== 'not-confirmed') return false;
  await handOver(tx, request);
  return true;
}

/** Puts a locked booking on the office's list. */
export async function handOver(
  tx: Tx,
  { bookingId, why, now }: { bookingId: string; why: Undelivered; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('booking')
    .set({ confirm_undelivered_at: now, confirm_undelivered_why: why })
    .where('id', '=', bookingId)
    .execute();
  await recordEvent(tx, {
    bookingId,
    at: now,
    kind: 'confirm-undelivered',
    actor: { kind: 'system' },
    detail: { why },
  });
}
