import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { batch, inBatches, type TaskList } from '#platform/jobs.ts';
import type { Mailer } from '#platform/mail.ts';
import { transact } from '#platform/transaction.ts';
import { askToConfirm } from './ask-to-confirm.ts';
import { forgetMessages } from './forget-messages.job.ts';
import { notify } from './notify.job.ts';
import { remindToConfirm } from './remind-to-confirm.ts';
import { remind } from './remind.ts';
import { remindToComplete } from './remind-to-complete.ts';
import { remindToSend } from './remind-to-send.ts';
import { sendMessage } from './send-message.job.ts';
import { wakeMessages } from './wake-messages.ts';

/** Jobs of this feature. Without a mailer messages are written but wait. */
export function notificationTasks(mailer: Mailer | undefined): TaskList {
  return {
    notify,
    'send-message': (deps, payload) => sendMessage(deps, mailer, payload),
    'ask-to-confirm': (deps) => sweep(deps, askToConfirm),
    'remind-to-confirm': (deps) => sweep(deps, remindToConfirm),
    'remind-to-send': (deps) => sweep(deps, remindToSend),
    'remind-to-complete': (deps) => sweep(deps, remindToComplete),
    'forget-messages': forgetMessages,
    remind: (deps) => sweep(deps, remind),
    'wake-messages': (deps) => (mailer === undefined ? Promise.resolve() : wake(deps)),
  };
}

/** When each sweep runs; each looks at the rows, so that a missed minute is made up for by the next. */
export const notificationCrontab = `
* * * * * ask-to-confirm ?max=1
* * * * * remind-to-confirm ?max=1
* * * * * remind ?max=1
* * * * * remind-to-send ?max=1
* * * * * remind-to-complete ?max=1
* * * * * wake-messages ?max=1
29 3 * * * forget-messages`;

type Sweep = (tx: Tx, request: { now: Temporal.Instant; limit: number }) => Promise<number>;

function sweep(deps: Deps, verb: Sweep): Promise<void> {
  return inBatches(async () => {
    const { done } = await transact(deps.db, async (tx) => {
      const now = deps.clock.now();
      return { ok: true, done: await verb(tx, { now, limit: batch }) };
    });
    return done;
  });
}

// One batch a minute: it does not mark the rows, so that a second would only ask for the same ones again.
async function wake(deps: Deps): Promise<void> {
  await transact(deps.db, async (tx) => {
    await wakeMessages(tx, { now: deps.clock.now(), limit: batch * 5 });
    return { ok: true };
  });
}
