import { nextInQueue, type QueueOrder } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import type { AtOffice } from './at-office.ts';
import { changeBooking } from './change-booking.ts';

interface Taker {
  readonly at: AtOffice;
  readonly now: Temporal.Instant;
}

/** Takes one booking in charge; false when somebody was faster, or it is over. */
export async function takeOne(deps: Deps, { at, now }: Taker, bookingId: string): Promise<boolean> {
  const booking = { id: bookingId, officeId: at.office.id };
  const change = { booking, operatorId: at.viewer.accountId, reason: '', now };
  const outcome = await transact(deps.db, (tx) => changeBooking(tx, deps.secrets, 'take-in-charge', change));
  return outcome.ok;
}

/** The next of the queue that nobody has; whoever loses one to a colleague gets the one after it. Answers with its code. */
export async function takeNext(
  deps: Deps,
  taker: Taker,
  wish: { service: string | undefined; order: QueueOrder },
): Promise<string | undefined> {
  const { at, now } = taker;
  const desk = { officeId: at.office.id, operatorId: at.viewer.accountId, now };
  for (const { id, code } of await nextInQueue(deps.db, { ...desk, ...wish })) {
    if (await takeOne(deps, taker, id)) return code;
  }
  return undefined;
}
