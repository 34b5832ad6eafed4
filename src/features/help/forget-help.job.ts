import type { Task, TaskList } from '#platform/jobs.ts';
import './tables.ts';

/** Conversations are kept for a year after their last message, whether or not they were closed. */
const kept = { hours: 365 * 24 } as const;

const forgetHelp: Task = async (deps) => {
  await deps.db.deleteFrom('help_request').where('changed_at', '<', deps.clock.now().subtract(kept)).execute();
};

export const helpTasks: TaskList = { 'help-cleanup': forgetHelp };

/** Once a night, at a minute nothing else begins. */
export const helpCrontab = '47 2 * * * help-cleanup';
