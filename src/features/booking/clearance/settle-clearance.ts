import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { cancelForClearance } from '../cancel.ts';
import type { LockedBooking } from '../locked-booking.ts';
import { type Actor, notifyOf, recordEvent } from '../record-event.ts';
import type { BookingStatus } from '../status.rules.ts';
import { changeClearance, type Locked } from './lock-clearance.ts';

/** An answer of the municipality, however it came. */
export interface Answered {
  readonly on: Temporal.PlainDate;
  readonly protocol: string | null;
  readonly actor: Actor;
  /** the name of who answered by a link */
  readonly answeredBy: string | null;
  readonly now: Temporal.Instant;
}

/**
 * The municipality consents. The booking's status is chosen again, as for one made today: confirmed where its people
 * have confirmed already, or the office has found all well.
 */
export async function settleGranted(tx: Tx, { booking, clearance }: Locked, answer: Answered): Promise<void> {
  const { now, actor } = answer;
  const columns = { state: 'granted' as const, ...columnsOf(answer) };
  await changeClearance(tx, { id: clearance.id, recordedBy: recorderOf(actor), now }, columns);
  await recordEvent(tx, { bookingId: booking.id, at: now, kind: 'clearance-granted', actor, detail: detailOf(answer) });
  await endWaiting(tx, booking, now);
  await notifyOf(tx, { kind: 'clearance-granted', bookingId: booking.id, at: now });
}

/** The municipality refuses: the appointment ends, with its reason and the way on. */
export async function settleRefused(
  tx: Tx,
  secrets: Secrets,
  { booking, clearance }: Locked,
  answer: Answered & { reason: string },
): Promise<void> {
  const { now, actor } = answer;
  const reason = secrets.encrypt(answer.reason);
  const columns = { state: 'refused' as const, reason_cipher: reason, ...columnsOf(answer) };
  await changeClearance(tx, { id: clearance.id, recordedBy: recorderOf(actor), now }, columns);
  await recordEvent(tx, { bookingId: booking.id, at: now, kind: 'clearance-refused', actor, detail: detailOf(answer) });
  await cancelForClearance(tx, booking, { by: 'clearance-refused', reason, actor, now });
}

/** Nothing of the municipality is waited for any more: the first status is chosen again. */
export async function endWaiting(tx: Tx, booking: LockedBooking, now: Temporal.Instant): Promise<void> {
  if (booking.status !== 'awaiting-clearance') return;
  const status = statusWithout(booking, now);
  await tx.updateTable('booking').set({ status }).where('id', '=', booking.id).execute();
}

/** By whom it is to be confirmed, and in which window, was said when it was booked. */
function statusWithout(booking: LockedBooking, now: Temporal.Instant): BookingStatus {
  const { confirmBy, confirmOpensAt, citizenConfirmedAt, preCheck } = booking;
  switch (confirmBy) {
    case 'nobody':
      return 'confirmed';
    case 'office':
      return preCheck === 'fine' ? 'confirmed' : 'awaiting-office';
    case 'citizen': {
      const isOpen = confirmOpensAt === null || Temporal.Instant.compare(now, confirmOpensAt) >= 0;
      return citizenConfirmedAt || isOpen ? 'confirmed' : 'booked';
    }
  }
}

function columnsOf({ on, protocol, answeredBy }: Answered) {
  return { answered_on: on, answer_protocol: protocol, answered_by: answeredBy };
}

function recorderOf(actor: Actor): number | null {
  return actor.kind === 'office' ? actor.accountId : null;
}

function detailOf({ answeredBy }: Answered): Record<string, unknown> {
  return answeredBy === null ? {} : { by: answeredBy };
}
