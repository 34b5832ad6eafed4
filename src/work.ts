import { startMailCatcher } from '#features/demo/index.ts';
import { listenForReports } from '#features/notifications/index.ts';
import { createPool } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { startJobRunner } from '#platform/job-runner.ts';
import { repeat } from '#platform/loop.ts';
import { createMailer } from '#platform/mail.ts';
import { moveOneLoad } from '#platform/outbox.ts';
import { createDeps } from './create-deps.ts';
import { requireSameSecret } from './same-secret.ts';
import { crontab, createTasks, startLoops } from './tasks.ts';

/** How often jobs that others asked for are looked for, in milliseconds. */
const outboxPause = 200;

/** Starts the worker: jobs, the clock's sweeps, e-mail; answers once it works. */
export async function work(): Promise<{ close(): Promise<void> }> {
  const { deps, close } = createDeps('worker');
  await requireSameSecret(deps);
  const worker = await startWorker(deps).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    close: async () => {
      await worker.close();
      await close();
    },
  };
}

/** The worker on given dependencies. Nothing it does is lost when it is killed, or when the database restarts. */
export async function startWorker(deps: Deps): Promise<{ close(): Promise<void> }> {
  const { config, log } = deps;
  const { databaseUrl } = config;
  if (databaseUrl === undefined) throw new Error('the worker needs a database');
  // The queue listens and fetches on connections of its own, so that tasks never wait for them.
  const queuePool = createPool(databaseUrl, {
    max: 4,
    name: 'turno-queue',
    idle: 5_000,
    onError: (error) => log.warn({ err: error }, 'a connection of the job queue broke'),
  });
  const listener = config.bounceListen && (await listenForReports(deps, config.bounceListen));
  const catcher = config.demo ? await startMailCatcher(deps, listener?.port) : undefined;
  const mailer = createMailer(config, catcher?.port);
  if (mailer === undefined) log.warn('no mail server is set (TURNO_SMTP_URL): messages are kept until there is one');
  const runner = await startJobRunner(deps, { pool: queuePool, tasks: createTasks(mailer), crontab }).catch(
    async (error: unknown) => {
      await Promise.all([queuePool.end(), catcher?.close(), listener?.close()]);
      throw error;
    },
  );
  const loops = [...startLoops(deps), repeat('outbox', { every: outboxPause, log }, () => moveOneLoad(deps.db))];
  log.info({ mail: config.demo ? 'caught' : mailer ? 'smtp' : 'none' }, 'working');
  return {
    close: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await runner.stop();
      mailer?.close();
      await catcher?.close();
      await listener?.close();
      await queuePool.end();
    },
  };
}
