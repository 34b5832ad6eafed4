import { setTimeout as pause } from 'node:timers/promises';
import { Logger as QueueLogger, type Runner, run, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import type { Deps } from './deps.ts';
import type { TaskList } from './jobs.ts';
import { jobSchema } from './outbox.ts';

export interface JobRunner {
  /** Lets the jobs under way finish. */
  stop(): Promise<void>;
}

const jobsAtOnce = 4;
const longestPause = 5_000;

/**
 * Runs jobs until told to stop; `crontab` lines, in UTC, say when recurring ones are due. The queue's own schema is brought up to date first. When the queue gives up, because the
 * database restarts for example, it is started again, with pauses that grow up to five seconds.
 */
export async function startJobRunner(
  deps: Deps,
  options: { pool: pg.Pool; tasks: TaskList; crontab: readonly string[] },
): Promise<JobRunner> {
  const shared = { pgPool: options.pool, schema: jobSchema, logger: queueLogger(deps) };
  await runMigrations(shared);
  const ending = new AbortController();
  let current: Runner | undefined;
  const ended = keepRunning();
  return {
    stop: async () => {
      ending.abort();
      await current?.stop().catch(() => undefined);
      await ended;
    },
  };

  async function keepRunning(): Promise<void> {
    for (let failures = 0; !ending.signal.aborted; failures += 1) {
      try {
        current = await run({
          ...shared,
          concurrency: jobsAtOnce,
          pollInterval: 1_000,
          noHandleSignals: true,
          taskList: queueTasks(deps, options.tasks),
          // A minute missed while nobody worked is not made up for: each sweep looks at the rows and catches up by itself.
          crontab: options.crontab.join('\n'),
        });
        // The process was told to end while this one was starting.
        if (ending.signal.aborted) await current.stop().catch(() => undefined);
        await current.promise;
      } catch (error) {
        deps.log.warn({ err: error, failures }, 'the job queue stopped and will be started again');
      }
      if (ending.signal.aborted) return;
      const wait = Math.min(200 * 2 ** Math.min(failures, 5), longestPause);
      await pause(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }
}

function queueTasks(deps: Deps, tasks: TaskList) {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(deps, payload)]),
  );
}

/** The queue's own words: only their text, since what comes with them may hold a job's payload. */
function queueLogger(deps: Deps): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    const own = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;
    deps.log[own[level]]({ queue: true }, message);
  });
}
