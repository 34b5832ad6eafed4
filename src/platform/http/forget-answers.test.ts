import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useDeps } from '#test/deps.ts';
import { idempotencyTasks } from './forget-answers.job.ts';

const deps = useDeps();

it('forgets the answer of an idempotency key after a day', async () => {
  const { db, clock } = deps.current;
  await sql`INSERT INTO idempotent_answer (caller, key, body_hash, created_at)
    VALUES ('a:1', 'old', '\\x00', ${clock.now().subtract({ hours: 25 })}), ('a:1', 'new', '\\x00', ${clock.now()})`.execute(
    db,
  );
  await idempotencyTasks['forget-answers']?.(deps.current, {});
  const keys = await sql<{ key: string }>`SELECT key FROM idempotent_answer`.execute(db);
  expect(keys.rows).toEqual([{ key: 'new' }]);
});
