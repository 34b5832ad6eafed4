import { audit } from '#features/audit/index.ts';
import {
  askAgain,
  type AskAgainRefusal,
  type Booking,
  restoreUnconfirmed,
  type RestoreRefusal,
  settleLost,
} from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';

/** What the office does about a confirmation request that did not arrive; also the last word of its address. */
export const undeliveredActions = ['ask-again', 'restore', 'told'] as const;
export type UndeliveredAction = (typeof undeliveredActions)[number];

interface Request {
  readonly booking: Pick<Booking, 'id' | 'officeId'>;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

const verbs = { 'ask-again': askAgain, restore: restoreUnconfirmed, told: settleLost } as const;

/** One of these actions, written down with it. The caller has checked the office and the task. */
export async function settleUndelivered(
  tx: Tx,
  action: UndeliveredAction,
  { booking, operatorId, now }: Request,
): Promise<Outcome<object, AskAgainRefusal | RestoreRefusal>> {
  const outcome = await verbs[action](tx, { bookingId: booking.id, operatorId, now });
  if (!outcome.ok) return outcome;
  const entry = { action: `booking-${action}`, subject: `booking:${booking.id}` };
  await audit(tx, { at: now, accountId: operatorId, officeId: booking.officeId, ...entry });
  return outcome;
}
