import { type Generated, type Kysely, sql } from 'kysely';
import type { Tables, Tx } from './database.ts';

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

/** Schema of the job queue, made and migrated by graphile-worker itself. */
export const jobSchema = 'graphile_worker';

const most = 500;

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

/**
 * Hands jobs asked for in kept transactions over to the queue, many at once; several workers may do it side by side.
 * One statement: a row is either still here or already a job. Answers how many were moved.
 */
export async function moveOutbox(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    WITH taken AS (
      DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED)
      RETURNING id, task, payload
    ), specs AS (
      SELECT array_agg(ROW(task, payload::json, NULL, NULL, NULL, NULL, NULL, NULL)::${sql.ref(`${jobSchema}.job_spec`)}
                       ORDER BY id) AS list
      FROM taken HAVING count(*) > 0
    )
    SELECT count(*)::int AS moved FROM specs CROSS JOIN LATERAL ${sql.ref(`${jobSchema}.add_jobs`)}(specs.list)`.execute(
    db,
  );
  return rows[0]?.moved ?? 0;
}

/** True when a full load was moved: more may be waiting. */
export async function moveOneLoad(db: Kysely<Tables>): Promise<boolean> {
  return (await moveOutbox(db)) === most;
}

/**
 * Jobs whose worker was killed stay locked; the queue itself would wait four hours. Ours take seconds and may run twice,
 * so after five minutes they are free again. The age is the database's, as the locks are.
 */
export async function freeAbandonedJobs(db: Kysely<Tables>): Promise<void> {
  await sql`
    SELECT ${sql.ref(`${jobSchema}.force_unlock_workers`)}(array_agg(DISTINCT locked_by))
    FROM ${sql.table(`${jobSchema}.jobs`)}
    WHERE locked_at < now() - interval '5 minutes' HAVING count(*) > 0`.execute(db);
}
