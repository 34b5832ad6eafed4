import type { TaskList } from '#platform/jobs.ts';
import { forgetAudit } from './chain/forget-audit.job.ts';

export const auditTasks: TaskList = { 'forget-audit': forgetAudit };

/** Once a night, at a minute nothing else begins. */
export const auditCrontab = '31 3 * * * forget-audit';
