import type { TaskList } from '#platform/jobs.ts';
import { addUpAreas } from './counting/add-up-areas.ts';
import { countTouched } from './counting/count-touched.job.ts';
import { recount } from './counting/recount.job.ts';
import { sendMonthly } from './monthly/send-monthly.job.ts';
import { publishMonths } from './open-data/publish-months.job.ts';
import { sampleFirstFree } from './sampling/sample-first-free.job.ts';

export const reportTasks: TaskList = {
  'count-touched-days': (deps) => countTouched(deps),
  'add-up-areas': async (deps) => {
    await addUpAreas(deps);
  },
  'recount-days': (deps) => recount(deps),
  'send-monthly-reports': (deps) => sendMonthly(deps),
  'publish-open-data': async (deps) => {
    await publishMonths(deps);
  },
  'sample-first-free': (deps) => sampleFirstFree(deps),
};

/** Samples are asked for every five minutes, since the hours of all time zones are told in quarters of UTC. */
export const reportCrontab = `
* * * * * count-touched-days ?max=1
*/10 * * * * add-up-areas ?max=1
*/5 * * * * sample-first-free ?max=1
20 2 * * * recount-days ?max=1
50 3 * * * publish-open-data ?max=1
0 5 1-3 * * send-monthly-reports ?max=1`;
