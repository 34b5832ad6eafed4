import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TaskList } from '#platform/jobs.ts';
import { ownProgram } from '#platform/root.ts';
import { createReportHistory } from './create-report-history.job.ts';

/** What the demo set asks for once, and nobody else does. */
export const demoTasks: TaskList = {
  'create-report-history': (deps) => createReportHistory(deps),
  'create-photos': () => createPhotosApart(),
};

/** `turno demo photos`, in a process that ends: the memory for drawing them would stay with the worker (measured: 50 MB). */
async function createPhotosApart(): Promise<void> {
  await promisify(execFile)(process.execPath, [ownProgram, 'demo', 'photos']);
}
