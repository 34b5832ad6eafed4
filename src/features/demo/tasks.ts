import type { TaskList } from '#platform/jobs.ts';
import { createPhotos } from './create-photos.job.ts';
import { createReportHistory } from './create-report-history.job.ts';

/** What the demo set asks for once, and nobody else does. */
export const demoTasks: TaskList = {
  'create-report-history': (deps) => createReportHistory(deps),
  'create-photos': (deps) => createPhotos(deps),
};
