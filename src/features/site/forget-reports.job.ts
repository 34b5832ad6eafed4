import type { Task, TaskList } from '#platform/jobs.ts';
import './tables.ts';

/** Long enough for a complaint to the ombudsman, and for the statement of the year after. */
const keepClosed = Temporal.Duration.from({ hours: 365 * 24 });

const forgetReports: Task = async (deps) => {
  const before = deps.clock.now().subtract(keepClosed);
  await deps.db.deleteFrom('accessibility_report').where('closed_at', '<', before).execute();
};

export const siteTasks: TaskList = { 'site-cleanup': forgetReports };

/** Once a night, at a minute nothing else begins. */
export const siteCrontab = '41 2 * * * site-cleanup';
