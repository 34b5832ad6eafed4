import { batch, inBatches, type TaskList } from '#platform/jobs.ts';
import { offerFreedSeats } from './offer-seats.job.ts';
import { askStillNeeded, endServed, endSleepers, forgetEnded, lapseOffers, withdrawUncovered } from './sweeps.ts';

/** What the worker does for waiting lists. */
export const waitingListTasks: TaskList = {
  'waiting-list-offers': offerFreedSeats,
  'waiting-list-sweep': async ({ db, clock }) => {
    const now = clock.now();
    for (const sweep of [lapseOffers, withdrawUncovered, endServed])
      await inBatches(() => sweep(db, { now, most: batch }));
  },
  'waiting-list-still-needed': async ({ db, clock }) => {
    const now = clock.now();
    for (const sweep of [askStillNeeded, endSleepers]) await inBatches(() => sweep(db, { now, most: batch }));
    await forgetEnded(db, now);
  },
};

/** Seats are offered when they come back; each minute makes up for what was missed. We ask by day, not at night in Europe. */
export const waitingListCrontab = `
* * * * * waiting-list-offers ?max=1
* * * * * waiting-list-sweep ?max=1
12 9 * * * waiting-list-still-needed ?max=1`;
