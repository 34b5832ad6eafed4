import { batch, inBatches, type TaskList } from '#platform/jobs.ts';
import { cancelOverdue } from './cancel.ts';
import { cleanUp } from './cleanup.job.ts';

/** Jobs of this feature. */
export const bookingTasks: TaskList = {
  'booking-cleanup': cleanUp,
  'cancel-unconfirmed': (deps) => inBatches(() => cancelOverdue(deps.db, { now: deps.clock.now(), most: batch })),
};

/** Cleaning up is every hour, at a minute nothing else begins; the other looks at the rows and makes up for a missed minute. */
export const bookingCrontab = `
37 * * * * booking-cleanup
* * * * * cancel-unconfirmed ?max=1`;
