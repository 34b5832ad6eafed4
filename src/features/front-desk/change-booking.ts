import { audit } from '#features/audit/index.ts';
import {
  type Booking,
  type BookingProblem,
  callToDesk,
  cancelByOffice,
  checkIn,
  confirmByOffice,
  markNoShow,
  markServed,
  takeInCharge,
  undoMark,
} from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { DeskAction } from './rules.ts';

interface Change {
  readonly booking: Pick<Booking, 'id' | 'officeId'>;
  readonly operatorId: number;
  /** Why a booking is cancelled, in words that its people will read. */
  readonly reason: string;
  readonly now: Temporal.Instant;
}

type ChangeOutcome = Outcome<object, BookingProblem | 'not-found'>;

/** One action of an operator on one booking, written down with it. The caller has checked the office and the task. */
export async function changeBooking(
  tx: Tx,
  secrets: Secrets,
  action: DeskAction,
  change: Change,
): Promise<ChangeOutcome> {
  const { booking, operatorId, now } = change;
  const asked = { ...change, bookingId: booking.id };
  const outcome = action === 'cancel' ? await cancelByOffice(tx, secrets, asked) : await verbs[action](tx, asked);
  if (!outcome.ok) return outcome;
  await audit(tx, {
    at: now,
    accountId: operatorId,
    officeId: booking.officeId,
    action: `booking-${action}`,
    subject: `booking:${booking.id}`,
  });
  return outcome;
}

type Verb = (tx: Tx, change: Change & { bookingId: string }) => Promise<ChangeOutcome>;

const verbs: Readonly<Record<Exclude<DeskAction, 'cancel'>, Verb>> = {
  'check-in': checkIn,
  call: callToDesk,
  serve: markServed,
  'no-show': markNoShow,
  undo: undoMark,
  confirm: confirmByOffice,
  'take-in-charge': takeInCharge,
};
