import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { isOpenPreCheck } from '../examination/pre-check.rules.ts';
import { setPreCheck } from '../examination/set-pre-check.ts';
import { lockBooking } from '../locked-booking.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { type ConfirmRefusal, confirmRefusal } from './confirmation.rules.ts';

/** The citizen says that the appointment stands, within the window. */
export async function confirmBooking(
  tx: Tx,
  request: { bookingId: string; accountId: number | null; now: Temporal.Instant },
): Promise<Outcome<object, ConfirmRefusal | 'not-found'>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const refusal = confirmRefusal(booking, request.now);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  const actor = { kind: 'citizen', accountId: request.accountId } as const;
  if (booking.status === 'awaiting-clearance') {
    // Half of what is needed: they are told once the municipality has answered.
    await tx.updateTable('booking').set({ citizen_confirmed_at: request.now }).where('id', '=', booking.id).execute();
    await recordEvent(tx, { bookingId: booking.id, at: request.now, kind: 'confirmed-early', actor });
    return { ok: true };
  }
  await setConfirmed(tx, booking.id);
  await recordEvent(tx, { bookingId: booking.id, at: request.now, kind: 'confirmed', actor });
  await notifyOf(tx, { kind: 'confirmed', bookingId: booking.id, at: request.now });
  return { ok: true };
}

/** The office confirms: what waits for it, or for a citizen who said so by telephone. */
export async function confirmByOffice(
  tx: Tx,
  request: { bookingId: string; operatorId: number; now: Temporal.Instant },
): Promise<Outcome<object, 'already-confirmed' | 'cancelled' | 'over' | 'wrong-state' | 'not-found'>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.status === 'cancelled') return { ok: false, reason: 'cancelled' };
  if (booking.status === 'confirmed') return { ok: false, reason: 'already-confirmed' };
  // The municipality comes first.
  if (booking.status === 'awaiting-clearance') return { ok: false, reason: 'wrong-state' };
  if (booking.status !== 'booked' && booking.status !== 'awaiting-office') return { ok: false, reason: 'over' };
  await setConfirmed(tx, booking.id);
  // Who confirms what the office had to look at has looked at it.
  if (booking.status === 'awaiting-office' && isOpenPreCheck(booking.preCheck)) {
    await setPreCheck(tx, booking.id, { state: 'fine', now: request.now });
  }
  const actor = { kind: 'office', accountId: request.operatorId } as const;
  await recordEvent(tx, { bookingId: booking.id, at: request.now, kind: 'confirmed', actor });
  await notifyOf(tx, { kind: 'confirmed', bookingId: booking.id, at: request.now });
  return { ok: true };
}

async function setConfirmed(tx: Tx, bookingId: string): Promise<void> {
  await tx.updateTable('booking').set({ status: 'confirmed' }).where('id', '=', bookingId).execute();
}
