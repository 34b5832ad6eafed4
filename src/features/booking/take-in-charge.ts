import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockBooking } from './locked-booking.ts';
import { notifyOf, recordEvent } from './record-event.ts';

/** An operator begins to work on a booking: the citizen can no longer cancel alone, and is told. */
export async function takeInCharge(
  tx: Tx,
  request: { bookingId: string; operatorId: number; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found' | 'over' | 'taken-in-charge'>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.takenInChargeAt !== null) return { ok: false, reason: 'taken-in-charge' };
  if (['cancelled', 'served', 'no-show'].includes(booking.status)) return { ok: false, reason: 'over' };
  await tx
    .updateTable('booking')
    .set({ taken_in_charge_at: request.now, taken_in_charge_by: request.operatorId })
    .where('id', '=', booking.id)
    .execute();
  const actor = { kind: 'office', accountId: request.operatorId } as const;
  await recordEvent(tx, { bookingId: booking.id, at: request.now, kind: 'taken-in-charge', actor });
  await notifyOf(tx, { kind: 'taken-in-charge', bookingId: booking.id, at: request.now });
  return { ok: true };
}
