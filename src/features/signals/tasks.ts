import type { TaskList } from '#platform/jobs.ts';
import { findSignals } from './detect/find-signals.job.ts';
import { forgetSignals } from './detect/forget-signals.job.ts';

export const signalTasks: TaskList = { 'find-signals': findSignals, 'forget-signals': forgetSignals };

/** Four times an hour; and once a night what is old goes. */
export const signalCrontab = ['7,22,37,52 * * * * find-signals ?max=1', '53 2 * * * forget-signals'].join('\n');
