import type { TaskList } from '#platform/jobs.ts';
import { forgetCieLogins, revokeToken } from './logout/revoke-token.job.ts';

export const cieOidcTasks: TaskList = { 'revoke-cie-token': revokeToken, 'forget-cie-logins': forgetCieLogins };

/** Every hour, at a minute nothing else begins. */
export const cieOidcCrontab = '29 * * * * forget-cie-logins';
