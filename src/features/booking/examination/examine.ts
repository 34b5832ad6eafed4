import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { cancelByOffice } from '../cancel.ts';
import { type LockedBooking, lockBooking } from '../locked-booking.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { expected } from '../status.rules.ts';
import { encryptMissing } from './missing.ts';
import { dueAtEndOf, deadlineFault, isOpenPreCheck, isToExamine, type Missing } from './pre-check.rules.ts';
import { setPreCheck } from './set-pre-check.ts';

interface Examined {
  readonly bookingId: string;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

/** `not-yours`: somebody else has it in charge, or nobody; `wrong-state`: there is nothing to examine any more. */
export type ExamineRefusal = 'not-found' | 'not-yours' | 'over' | 'wrong-state';

/**
 * The office has looked and all is well: what waits for it is confirmed, the rest goes on by its rules. With `giveBack`
 * its people may act alone again.
 */
export async function approve(
  tx: Tx,
  request: Examined & { giveBack: boolean },
): Promise<Outcome<object, ExamineRefusal>> {
  const found = await lockExamined(tx, request);
  if (!found.ok) return found;
  const { booking } = found;
  const { bookingId, operatorId, giveBack, now } = request;
  const actor = { kind: 'office', accountId: operatorId } as const;
  const confirms = booking.status === 'awaiting-office';
  if (booking.preCheck !== null) {
    await setPreCheck(tx, bookingId, { state: 'fine', now });
    await recordEvent(tx, { bookingId, at: now, kind: 'examined-fine', actor });
  }
  if (confirms) {
    await tx.updateTable('booking').set({ status: 'confirmed' }).where('id', '=', bookingId).execute();
    await recordEvent(tx, { bookingId, at: now, kind: 'confirmed', actor });
  }
  if (giveBack) {
    const nobody = { taken_in_charge_at: null, taken_in_charge_by: null };
    await tx.updateTable('booking').set(nobody).where('id', '=', bookingId).execute();
    await recordEvent(tx, { bookingId, at: now, kind: 'given-back', actor });
  }
  // One letter says all of it.
  const again = String(now.epochMilliseconds);
  await notifyOf(tx, { kind: confirms ? 'confirmed' : 'examined-fine', bookingId, again, at: now });
  return { ok: true };
}

/** Something is missing: the citizen is told what and by when, and it is their turn. Nothing ends by itself. */
export async function askToRegularise(
  tx: Tx,
  secrets: Secrets,
  request: Examined & { missing: Missing; by: Temporal.PlainDate; zone: string },
): Promise<Outcome<object, ExamineRefusal | 'past' | 'after-appointment'>> {
  const found = await lockExamined(tx, request);
  if (!found.ok) return found;
  const { startsAt } = found.booking;
  const { bookingId, operatorId, missing, by, zone, now } = request;
  const fault = deadlineFault(by, { startsAt, zone, now });
  if (fault !== undefined) return { ok: false, reason: fault };
  const dueAt = dueAtEndOf(by, startsAt, zone);
  await setPreCheck(tx, bookingId, { state: 'to-regularise', dueAt, missing: encryptMissing(secrets, missing), now });
  const actor = { kind: 'office', accountId: operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'to-regularise', actor, detail: { by: by.toString() } });
  await notifyOf(tx, { kind: 'to-regularise', bookingId, again: String(now.epochMilliseconds), at: now });
  return { ok: true };
}

/** The request cannot be accepted: the booking ends, with the reason that its people read. */
export async function reject(
  tx: Tx,
  secrets: Secrets,
  request: Examined & { reason: string },
): Promise<Outcome<object, ExamineRefusal | 'already-cancelled'>> {
  const found = await lockExamined(tx, request);
  if (!found.ok) return found;
  if (found.booking.preCheck !== null)
    await setPreCheck(tx, request.bookingId, { state: 'rejected', now: request.now });
  return cancelByOffice(tx, secrets, { ...request, rejected: true });
}

/** The citizen has sent what was asked: it is the office's turn again. */
export async function documentsSent(
  tx: Tx,
  request: { bookingId: string; accountId: number | null; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found' | 'over' | 'wrong-state'>> {
  const { bookingId, accountId, now } = request;
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (!expected.includes(booking.status)) return { ok: false, reason: 'over' };
  // Said twice, it is done once.
  if (booking.preCheck === 'to-examine') return { ok: true };
  if (!isOpenPreCheck(booking.preCheck)) return { ok: false, reason: 'wrong-state' };
  await tx
    .updateTable('booking')
    // What was missing stays in view of who examines it again.
    .set({ pre_check: 'to-examine', pre_check_since: now, pre_check_due_at: null, pre_check_reminded_at: null })
    .where('id', '=', bookingId)
    .execute();
  await recordEvent(tx, { bookingId, at: now, kind: 'documents-sent', actor: { kind: 'citizen', accountId } });
  return { ok: true };
}

async function lockExamined(
  tx: Tx,
  { bookingId, operatorId }: Examined,
): Promise<Outcome<{ booking: LockedBooking }, ExamineRefusal>> {
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (!expected.includes(booking.status)) return { ok: false, reason: 'over' };
  if (!isToExamine(booking)) return { ok: false, reason: 'wrong-state' };
  if (booking.takenInChargeBy !== operatorId) return { ok: false, reason: 'not-yours' };
  return { ok: true, booking };
}
