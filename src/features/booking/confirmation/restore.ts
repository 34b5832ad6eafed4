import type { Tx } from '#platform/database.ts';
import { brokenConstraint, type Outcome } from '#platform/transaction.ts';
import { type LockedBooking, lockBooking } from '../locked-booking.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { claimSeats } from '../seats/give-back.ts';

export type RestoreRefusal = 'not-found' | 'not-lost' | 'no-seats' | 'already-booked';

interface Lost {
  readonly bookingId: string;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

/**
 * Gives a booking back that ended for a confirmation whose request had not arrived, with its old seats if they are still
 * free. The office has spoken to the people: it is confirmed. Photos and choices went with the cancellation: the letter
 * says that they are to be sent again, and the reminder of what is missing begins anew.
 */
export async function restoreUnconfirmed(tx: Tx, request: Lost): Promise<Outcome<object, RestoreRefusal>> {
  const found = await lockLost(tx, request.bookingId);
  if (!found.ok) return found;
  const { booking } = found;
  const group = booking.quotaGroup ?? `${booking.channel}:unsaid`;
  if (!(await claimSeats(tx, { ...booking, group }, request.now))) return { ok: false, reason: 'no-seats' };
  await tx
    .updateTable('booking')
    .set({
      status: 'confirmed',
      live: true,
      cancelled_by: null,
      cancel_reason: null,
      completion_reminded_at: null,
      ...settled,
    })
    .where('id', '=', booking.id)
    .execute();
  try {
    await tx.updateTable('booking_person').set({ live: true }).where('booking_id', '=', booking.id).execute();
  } catch (error) {
    // They have booked again meanwhile.
    if (brokenConstraint(error) === 'booking_person_one_live') return { ok: false, reason: 'already-booked' };
    throw error;
  }
  await record(tx, request, 'restored');
  await notifyOf(tx, { kind: 'confirmed', bookingId: booking.id, at: request.now });
  return { ok: true };
}

/** The office has told the people of an appointment that is lost: it leaves the list. */
export async function settleLost(tx: Tx, request: Lost): Promise<Outcome<object, 'not-found' | 'not-lost'>> {
  const found = await lockLost(tx, request.bookingId);
  if (!found.ok) return found;
  await tx.updateTable('booking').set(settled).where('id', '=', request.bookingId).execute();
  await record(tx, request, 'loss-told');
  return { ok: true };
}

const settled = { confirm_undelivered_at: null, confirm_undelivered_why: null } as const;

async function lockLost(
  tx: Tx,
  bookingId: string,
): Promise<Outcome<{ booking: LockedBooking }, 'not-found' | 'not-lost'>> {
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const isLost = booking.cancelledBy === 'not-confirmed' && booking.confirmUndeliveredAt !== null;
  return isLost ? { ok: true, booking } : { ok: false, reason: 'not-lost' };
}

function record(tx: Tx, { bookingId, operatorId, now }: Lost, kind: string): Promise<void> {
  return recordEvent(tx, { bookingId, at: now, kind, actor: { kind: 'office', accountId: operatorId } });
}
