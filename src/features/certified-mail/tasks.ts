import type { Deps } from '#platform/deps.ts';
import { batch, type TaskList } from '#platform/jobs.ts';
import { forgetCertified } from './forgetting/forget-certified.job.ts';
import { readMailboxes } from './reading/read-mailboxes.job.ts';
import { dueCertified } from './sending/claim-certified.ts';
import { sendCertified, type SendingNeeds, sendOne } from './sending/send-certified.job.ts';

/** Jobs of this feature, with what others send by it. */
export function certifiedMailTasks(needs: SendingNeeds): TaskList {
  return {
    'send-certified': (deps, payload) => sendCertified(deps, needs, payload),
    'send-certified-again': (deps) => sendAgain(deps, needs),
    'read-certified-mailboxes': (deps) => readMailboxes(deps, needs.subjects),
    'forget-certified': forgetCertified,
  };
}

export const certifiedMailCrontab = `
* * * * * send-certified-again ?max=1
* * * * * read-certified-mailboxes ?max=1
27 3 * * * forget-certified`;

async function sendAgain(deps: Deps, needs: SendingNeeds): Promise<void> {
  const now = deps.clock.now();
  for (const id of await dueCertified(deps.db, { now, limit: batch })) await sendOne(deps, needs, { id });
}
