import { accountCasesCrontab, accountCasesTasks } from '#features/account-cases/index.ts';
import { auditCrontab, auditTasks, startChain } from '#features/audit/index.ts';
import { bookingCrontab, bookingTasks, releaseExpired } from '#features/booking/index.ts';
import { certifiedMailCrontab, certifiedMailTasks } from '#features/certified-mail/index.ts';
import { demoTasks } from '#features/demo/index.ts';
import { fairnessCrontab, fairnessTasks } from '#features/fairness/index.ts';
import { cieOidcCrontab, cieOidcTasks, federationCrontab, federationTasks } from '#features/federation/index.ts';
import { helpCrontab, helpTasks } from '#features/help/index.ts';
import { identityCrontab, identityTasks } from '#features/identity/index.ts';
import { notificationCrontab, notificationTasks } from '#features/notifications/index.ts';
import { plannerCrontab, plannerTasks } from '#features/planner/index.ts';
import { reportCrontab, reportTasks } from '#features/reports/index.ts';
import { signalCrontab, signalTasks } from '#features/signals/index.ts';
import { siteCrontab, siteTasks } from '#features/site/index.ts';
import { roomLoops, waitingRoomCrontab, waitingRoomTasks } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { countCrontab, countTasks } from '#platform/http/forget-counts.job.ts';
import { idempotencyCrontab, idempotencyTasks } from '#platform/http/forget-answers.job.ts';
import type { TaskList } from '#platform/jobs.ts';
import { type Loop, repeat } from '#platform/loop.ts';
import type { Mailer } from '#platform/mail.ts';
import { freeAbandonedJobs } from '#platform/outbox.ts';
import { certifiedSubjects } from './certified-subjects.ts';

/** Everything the worker may be asked to do, one line per feature. */
export function createTasks(mailer: Mailer | undefined): TaskList {
  return {
    'free-abandoned-jobs': (deps) => freeAbandonedJobs(deps.db),
    ...idempotencyTasks,
    ...countTasks,
    ...bookingTasks,
    ...auditTasks,
    ...identityTasks,
    ...federationTasks,
    ...cieOidcTasks,
    ...plannerTasks,
    ...notificationTasks(mailer),
    ...certifiedMailTasks({ subjects: certifiedSubjects, demoMailer: mailer }),
    ...siteTasks,
    ...reportTasks,
    ...fairnessTasks,
    ...demoTasks,
    ...helpTasks,
    ...accountCasesTasks,
    ...signalTasks,
    ...waitingRoomTasks,
  };
}

/** What it does by the clock, in UTC. */
export const crontab = [
  '* * * * * free-abandoned-jobs ?max=1',
  idempotencyCrontab,
  countCrontab,
  bookingCrontab,
  auditCrontab,
  identityCrontab,
  federationCrontab,
  cieOidcCrontab,
  plannerCrontab,
  notificationCrontab,
  certifiedMailCrontab,
  siteCrontab,
  reportCrontab,
  fairnessCrontab,
  helpCrontab,
  accountCasesCrontab,
  signalCrontab,
  waitingRoomCrontab,
];

/** Holds are over by the second, so their seats come back by a loop of their own; people who wait hear at once, too. */
export function startLoops(deps: Deps): Loop[] {
  const { log } = deps;
  const most = 500;
  return [
    repeat('release-holds', { every: 1_000, log }, async () => {
      return (await releaseExpired(deps.db, deps.clock.now(), most)) === most;
    }),
    startChain(deps),
    ...roomLoops(deps),
  ];
}
