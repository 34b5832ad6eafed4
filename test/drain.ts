import type { Deps } from '#platform/deps.ts';
import type { OutgoingMail } from '#platform/mail.ts';
import { crontab, createTasks } from '../src/tasks.ts';

/** What the tests' mail server took, in the order it was sent. */
export interface TestMailbox {
  readonly mails: OutgoingMail[];
  /** Set to refuse what comes. */
  refuse: Error | undefined;
}

export function testMailbox(): TestMailbox {
  return { mails: [], refuse: undefined };
}

/**
 * Does in this process what the worker would do now: every job in the outbox, and those they ask for, until none is left.
 * Answers the e-mails sent. No queue is needed; a job that fails fails the test.
 */
export async function drain(deps: Deps, mailbox: TestMailbox = testMailbox()): Promise<OutgoingMail[]> {
  const before = mailbox.mails.length;
  const tasks = tasksWith(mailbox);
  for (;;) {
    const jobs = await deps.db.deleteFrom('outbox').returning(['id', 'task', 'payload']).execute();
    if (jobs.length === 0) return mailbox.mails.slice(before);
    jobs.sort((a, b) => Number(a.id) - Number(b.id));
    for (const job of jobs) {
      const task = tasks[job.task];
      if (task === undefined) throw new Error(`nobody does the job ${job.task}`);
      await task(deps, job.payload);
    }
  }
}

/** One minute of the worker's clock: every sweep once, then all they ask for. */
export async function tick(deps: Deps, mailbox: TestMailbox = testMailbox()): Promise<OutgoingMail[]> {
  const before = mailbox.mails.length;
  const tasks = tasksWith(mailbox);
  const lines = crontab.join('\n').split('\n').filter(Boolean);
  for (const line of lines) {
    const name = line.split(' ')[5] ?? '';
    // The queue's own housekeeping: there is no queue here.
    if (name !== 'free-abandoned-jobs') await tasks[name]?.(deps, {});
  }
  await drain(deps, mailbox);
  return mailbox.mails.slice(before);
}

function tasksWith(mailbox: TestMailbox) {
  return createTasks({
    send: async (mail) => {
      if (mailbox.refuse) throw mailbox.refuse;
      mailbox.mails.push(mail);
    },
    close: () => undefined,
  });
}
