import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { closeRequests } from './requests/close-requests.ts';
import { requestKinds } from './requests/request.rules.ts';
import { settleOffers } from './moves/settle-offers.ts';
import { type LockedBooking, lockBooking } from './locked-booking.ts';
import { type Actor, notifyOf, recordEvent } from './record-event.ts';
import { giveBackInvitation } from './invitations/use-invitation.ts';
import { forgetPhotosOf } from './photo-decision/forget-decisions.ts';
import { giveBackSeats } from './seats/give-back.ts';
import { type CancelRefusal, cancelRefusal } from './cancel.rules.ts';
import type { CancelledBy } from './status.rules.ts';

/** Cancels for the citizen, by the rules of who may still do it alone; the seats are free in the same commit. */
export async function cancelBooking(
  tx: Tx,
  request: { bookingId: string; accountId: number | null; now: Temporal.Instant },
): Promise<Outcome<object, CancelRefusal | 'not-found'>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const refusal = cancelRefusal(booking, request.now);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  const actor = { kind: 'citizen', accountId: request.accountId } as const;
  await end(tx, booking, { by: 'citizen', reason: null, actor, now: request.now });
  return { ok: true };
}

/** Cancels for the office, with the reason the people will read: kept encrypted, as it may say something about them. */
export async function cancelByOffice(
  tx: Tx,
  secrets: Secrets,
  request: { bookingId: string; operatorId: number; reason: string; rejected?: boolean; now: Temporal.Instant },
): Promise<Outcome<object, 'already-cancelled' | 'over' | 'not-found'>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.status === 'cancelled') return { ok: false, reason: 'already-cancelled' };
  if (booking.status === 'served' || booking.status === 'no-show') return { ok: false, reason: 'over' };
  const actor = { kind: 'office', accountId: request.operatorId } as const;
  await end(tx, booking, {
    by: request.rejected ? 'rejected' : 'office',
    reason: secrets.encrypt(request.reason),
    actor,
    now: request.now,
  });
  return { ok: true };
}

/** Ends a locked booking whose confirmation was asked for, was due and is missing. */
export function cancelUnconfirmed(tx: Tx, booking: LockedBooking, now: Temporal.Instant): Promise<void> {
  return end(tx, booking, { by: 'not-confirmed', reason: null, actor: { kind: 'system' }, now });
}

/** Ends a locked booking that its people's municipality does not consent to, or has not answered about. */
export function cancelForClearance(
  tx: Tx,
  booking: LockedBooking,
  how: {
    by: 'clearance-refused' | 'clearance-late' /** encrypted */;
    reason: Buffer | null;
    actor: Actor;
    now: Temporal.Instant;
  },
): Promise<void> {
  return end(tx, booking, how);
}

async function end(
  tx: Tx,
  booking: LockedBooking,
  how: { by: CancelledBy /** encrypted */; reason: Buffer | null; actor: Actor; now: Temporal.Instant },
): Promise<void> {
  await giveBackSeats(tx, booking, how.now);
  await settleOffers(tx, { bookingId: booking.id, now: how.now });
  const closedBy = how.actor.kind === 'office' ? how.actor.accountId : null;
  await closeRequests(tx, { bookingId: booking.id, kinds: requestKinds, by: closedBy, now: how.now });
  await tx
    .updateTable('booking')
    .set({
      status: 'cancelled',
      live: false,
      cancelled_by: how.by,
      cancel_reason_cipher: how.reason,
      delivery_cipher: null,
    })
    .where('id', '=', booking.id)
    .execute();
  if (how.by === 'office' || how.by === 'rejected') await giveBackInvitation(tx, booking.id);
  await forgetPhotosOf(tx, booking.id);
  await tx.updateTable('booking_person').set({ live: false }).where('booking_id', '=', booking.id).execute();
  await recordEvent(tx, {
    bookingId: booking.id,
    at: how.now,
    kind: 'cancelled',
    actor: how.actor,
    detail: { by: how.by },
  });
  await notifyOf(tx, { kind: 'cancelled', bookingId: booking.id, at: how.now });
}
