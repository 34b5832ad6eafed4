import type { Task, TaskList } from '#platform/jobs.ts';
import { expiringCertificates } from './keys/expiry.ts';
import { forgetLogins } from './login-log/forget-logins.job.ts';
import { refreshMetadata } from './providers/refresh-metadata.ts';

/** Every night: the providers' metadata once more, and whatever will soon end, said in the log. */
const lookAfterFederations: Task = async (deps) => {
  for (const { profile, source, fault } of await refreshMetadata(deps)) {
    if (fault !== undefined)
      deps.log.error(
        { alarm: 'provider-metadata', federation: profile, source, fault },
        'providers cannot be refreshed',
      );
  }
  for (const sentence of await expiringCertificates(deps, deps.clock.now())) {
    deps.log.warn({ alarm: 'certificate' }, sentence);
  }
};

export const federationTasks: TaskList = {
  'forget-logins': forgetLogins,
  'look-after-federations': lookAfterFederations,
};

/** At minutes nothing else begins. */
export const federationCrontab = ['43 2 * * * forget-logins', '47 3 * * * look-after-federations'].join('\n');
