import type { TaskList } from '#platform/jobs.ts';
import { forgetFairness, measureFairness } from './measure/measure.job.ts';

export const fairnessTasks: TaskList = {
  'measure-fairness': async (deps) => {
    await measureFairness(deps);
  },
  'forget-fairness': (deps) => forgetFairness(deps),
};

export const fairnessCrontab = `
* * * * * measure-fairness ?max=1
35 3 * * * forget-fairness ?max=1`;
