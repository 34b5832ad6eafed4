import { audit } from '#features/audit/index.ts';
import {
  type Booking,
  type BookingProblem,
  callToDesk,
  cancelByOffice,
  checkIn,
  confirmByOffice,
  giveBack,
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
  /** Why a booking is cancelled or taken in charge, in words that its people will read. */
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
  const outcome = await act(tx, secrets, action, { ...change, bookingId: booking.id });
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

type Asked = Change & { bookingId: string };

async function act(tx: Tx, secrets: Secrets, action: DeskAction, asked: Asked): Promise<ChangeOutcome> {
  if (action === 'cancel') return cancelByOffice(tx, secrets, asked);
  if (action !== 'take-in-charge') return verbs[action](tx, asked);
  const { reason, ...charge } = asked;
  return takeInCharge(tx, { ...charge, message: reason === '' ? null : secrets.encrypt(reason) });
}

type Verb = (tx: Tx, asked: Asked) => Promise<ChangeOutcome>;

const verbs: Readonly<Record<Exclude<DeskAction, 'cancel' | 'take-in-charge'>, Verb>> = {
  'check-in': checkIn,
  call: callToDesk,
  serve: markServed,
  'no-show': markNoShow,
  undo: undoMark,
  confirm: confirmByOffice,
  'give-back': giveBack,
};
