import type { TaskList } from '#platform/jobs.ts';
import { addUpAreas } from './counting/add-up-areas.ts';
import { countTouched } from './counting/count-touched.job.ts';
import { recount } from './counting/recount.job.ts';
import { sampleFirstFree } from './sampling/sample-first-free.job.ts';

export const reportTasks: TaskList = {
  'count-touched-days': (deps) => countTouched(deps),
  'add-up-areas': async (deps) => {
    await addUpAreas(deps);
  },
  'recount-days': (deps) => recount(deps),
  'sample-first-free': (deps) => sampleFirstFree(deps),
};

/** Samples are asked for every five minutes, since the hours of all time zones are told in quarters of UTC. */
export const reportCrontab = `
* * * * * count-touched-days ?max=1
*/10 * * * * add-up-areas ?max=1
*/5 * * * * sample-first-free ?max=1
20 2 * * * recount-days ?max=1`;
