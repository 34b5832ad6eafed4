import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { enqueue, freeAbandonedJobs } from '#platform/outbox.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { startWorker } from './work.ts';

const deps = useDeps({ TURNO_DEMO: 'on' });
const workers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()));
});

async function begin() {
  const worker = await startWorker(deps.current);
  workers.push(worker);
  return worker;
}

/** Something happens that a new account must hear of. */
async function happens(email: string): Promise<void> {
  const accountId = await buildAccount(deps.current.db, email);
  const at = deps.current.clock.now();
  const payload = { kind: 'already-registered', accountId };
  await deps.current.db.transaction().execute((tx) => enqueue(tx, { task: 'notify', payload, at }));
}

/** How many e-mails each has got, once everybody has one or after some seconds. */
async function mailsTo(...emails: string[]): Promise<number[]> {
  for (let tries = 0; tries < 150; tries += 1) {
    const counts = await countMails(emails);
    if (counts.every((count) => count > 0)) {
      // One too many would come in a moment.
      await pause(300);
      return countMails(emails);
    }
    await pause(100);
  }
  return countMails(emails);
}

async function countMails(emails: string[]): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    SELECT (SELECT count(*)::int FROM caught_mail WHERE recipient = e.email) AS n
    FROM unnest(${emails}::text[]) WITH ORDINALITY AS e(email, position) ORDER BY position`.execute(deps.current.db);
  return rows.map((row) => row.n);
}

describe('the worker', () => {
  it('does what was asked for before it started, and sends one e-mail though two workers share the work', async () => {
    await happens('before@test.example');
    await Promise.all([begin(), begin()]);
    expect(await mailsTo('before@test.example')).toEqual([1]);
    const crowd = Array.from({ length: 20 }, (_, index) => `crowd-${index}@test.example`);
    await Promise.all(crowd.map(happens));
    expect(await mailsTo(...crowd)).toEqual(crowd.map(() => 1));
  });

  it('loses nothing when it is stopped and started again', async () => {
    const worker = await begin();
    await worker.close();
    workers.length = 0;
    await happens('restart@test.example');
    await begin();
    expect(await mailsTo('restart@test.example')).toEqual([1]);
  });

  it('goes on by itself when the database drops all its connections', async () => {
    await begin();
    for (let round = 0; round < 3; round += 1) {
      await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()`
        .execute(deps.current.db)
        .catch(() => undefined);
      await pause(200);
    }
    await happens('survivor@test.example');
    expect(await mailsTo('survivor@test.example')).toEqual([1]);
  });

  it('takes up a job whose worker was killed, instead of waiting for hours', async () => {
    await begin();
    await happens('abandoned@test.example');
    expect(await mailsTo('abandoned@test.example')).toEqual([1]);
    await sql`SELECT graphile_worker.add_job('notify', '{"kind":"none"}', run_at := now() + interval '1 hour')`.execute(
      deps.current.db,
    );
    await sql`UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now() - interval '6 minutes'`.execute(
      deps.current.db,
    );
    await freeAbandonedJobs(deps.current.db);
    const { rows } = await sql`SELECT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL`.execute(
      deps.current.db,
    );
    expect(rows).toEqual([]);
  });
});
