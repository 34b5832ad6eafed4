import type { Generated } from 'kysely';
import type { Tx } from './database.ts';
import type { Deps } from './deps.ts';

declare module './database.ts' {
  interface Tables {
    outbox: OutboxTable;
  }
}

interface OutboxTable {
  id: Generated<string>;
  task: string;
  payload: unknown;
  created_at: Temporal.Instant;
}

/** One task of the worker: runs at least once, so its effect must be the same when run twice. */
export type Task = (deps: Deps, payload: unknown) => Promise<void>;

export type TaskList = Readonly<Record<string, Task>>;

/**
 * Asks the worker to run a task once this transaction is kept. A plain row: adding the job itself, or a NOTIFY, inside
 * a hot transaction makes it six to ten times slower (ADR 0007).
 */
export async function enqueue(tx: Tx, job: { task: string; payload: object; at: Temporal.Instant }): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({ task: job.task, payload: JSON.stringify(job.payload), created_at: job.at })
    .execute();
}
