import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { expect, it } from 'vitest';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { holdBatch } from './hold-batch.ts';

const deps = useDeps();
const live = 3_000;

/** Rows of a table that this session's transaction has read so far, by index or not. */
async function rowsRead(client: pg.PoolClient, table: string): Promise<number> {
  const { rows } = await client.query<{ read: string }>(
    'SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS read FROM pg_stat_xact_user_tables WHERE relname = $1',
    [table],
  );
  return Number(rows[0]?.read ?? 0);
}

it('a rush after a quiet night reads its own holds, not everybody’s, though the statistics say there are none', async () => {
  const { db, pool, clock } = deps.current;
  const now = clock.now();
  const expiresAt = now.add({ minutes: 10 });
  const office = await buildOffice(db, { capacity: 10_000 });
  const [slot = ''] = office.slots;
  const { rows: accounts } = await sql<{ id: number }>`
    INSERT INTO account (email, email_verified_at, given_name, family_name, created_at)
    SELECT 'quiet-' || g || '@prova.example', '2026-11-01', 'Ada', 'Prova', '2026-11-01' FROM generate_series(1, 40) g
    RETURNING id`.execute(db);
  const wishes = () =>
    accounts.map(({ id }) => ({
      id: randomUUID(),
      owner: `a:${id}`,
      accountId: id,
      offeringId: office.offeringId,
      party: 1,
      candidates: [[slot]],
      now,
      expiresAt,
      rescheduleOf: null,
      key: null,
      keyHash: null,
    }));

  const client = await pool.connect();
  try {
    await client.query('VACUUM ANALYZE hold');
    // Plans are made for good in the first calls, when hardly anybody holds a seat.
    for (let call = 0; call < 8; call += 1) {
      await holdBatch(client, wishes().slice(0, 1));
      await client.query('DELETE FROM hold');
    }
    await sql`
      INSERT INTO hold (id, owner, slot_ids, slot_id, planner_id, offering_id, day, starts_at, ends_at, party, state,
                        created_at, first_expires_at, expires_at)
      SELECT gen_random_uuid(), 'x:' || g, ARRAY[${slot}::bigint], ${slot}::bigint, ${office.plannerId}::int,
             ${office.offeringId}::int, '2027-01-01', ${expiresAt}, ${expiresAt}, 1, 'live', ${now}, ${expiresAt}, ${expiresAt}
      FROM generate_series(1, ${live}::int) g`.execute(db);

    await client.query('BEGIN');
    const before = await rowsRead(client, 'hold');
    const answers = await holdBatch(client, wishes());
    expect(answers.map(({ status }) => status)).toEqual(accounts.map(() => 'held'));
    expect((await rowsRead(client, 'hold')) - before).toBeLessThan(accounts.length * 5);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
