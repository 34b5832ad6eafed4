import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockBooking } from '../locked-booking.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { confirmRefusal } from './confirmation.rules.ts';

export type AskAgainRefusal = 'not-found' | 'not-waiting' | 'too-late';

/**
 * The office has the confirmation asked for again, as after putting the address right. Until the new request has left
 * the booking cannot end by itself.
 */
export async function askAgain(
  tx: Tx,
  request: { bookingId: string; operatorId: number; now: Temporal.Instant },
): Promise<Outcome<object, AskAgainRefusal>> {
  const { bookingId, operatorId, now } = request;
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.status !== 'booked' || booking.confirmBy !== 'citizen') return { ok: false, reason: 'not-waiting' };
  if (confirmRefusal({ ...booking, confirmUndeliveredAt: null }, now)) return { ok: false, reason: 'too-late' };
  await tx
    .updateTable('booking')
    .set({
      confirm_requested_at: now,
      confirm_sent_at: null,
      confirm_undelivered_at: null,
      confirm_undelivered_why: null,
    })
    .where('id', '=', bookingId)
    .execute();
  const actor = { kind: 'office', accountId: operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'confirm-requested', actor });
  await notifyOf(tx, { kind: 'confirm-request', bookingId, again: now.toString(), at: now });
  return { ok: true };
}
