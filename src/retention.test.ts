import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { testNow, useDeps } from '#test/deps.ts';
import { createTasks } from './tasks.ts';

const deps = useDeps();
const tasks = createTasks(undefined);
const hour = 1;
const day = 24 * hour;
beforeEach(() => deps.current.clock.set(testNow));

type Values = Readonly<Record<string, unknown>>;

/** What is kept, from when it counts, for how many hours; a row at the very end is still there, one of a second more is not. */
const kept: readonly {
  table: string;
  task: string;
  from: string;
  hours: number;
  with?: Values;
  /** what of the row is emptied, where it stays */
  emptied?: string;
  /** gone at the very moment, not after it */
  atOnce?: true;
}[] = [
  { table: 'session', task: 'identity-cleanup', from: 'expires_at', hours: 0, atOnce: true },
  { table: 'half_login', task: 'identity-cleanup', from: 'expires_at', hours: 0, atOnce: true },
  {
    table: 'passkey_challenge',
    task: 'identity-cleanup',
    from: 'expires_at',
    hours: 0,
    atOnce: true,
    with: { purpose: 'add' },
  },
  {
    table: 'email_proof',
    task: 'identity-cleanup',
    from: 'created_at',
    hours: 30 * day,
    with: { purpose: 'verify-email' },
  },
  { table: 'kept_work', task: 'identity-cleanup', from: 'kept_at', hours: 16 },
  { table: 'login_failure', task: 'identity-cleanup', from: 'first_at', hours: day },
  { table: 'one_time_code', task: 'booking-cleanup', from: 'created_at', hours: day },
  { table: 'priority_claim', task: 'booking-cleanup', from: 'created_at', hours: 7 * day },
  {
    table: 'invitation',
    task: 'booking-cleanup',
    from: 'valid_until',
    hours: 365 * day,
    with: { person_cipher: Buffer.from('x') },
    emptied: 'person_cipher',
  },
  {
    table: 'attachment',
    task: 'forget-attachments',
    from: 'created_at',
    hours: day,
    with: { media_type: 'image/png', hold_id: '00000000-0000-4000-8000-000000000001' },
  },
  {
    table: 'registration',
    task: 'forget-registrations',
    from: 'decided_at',
    hours: 30 * day,
    with: {
      state: 'not-drawn',
      answers_cipher: Buffer.from('x'),
      offering_ids: [1],
      salt: 'a'.repeat(32),
      wishes_hash: 'b'.repeat(64),
    },
    emptied: 'answers_cipher',
  },
  {
    table: 'waiting_entry',
    task: 'waiting-list-still-needed',
    from: 'state_at',
    hours: 180 * day,
    with: { state: 'left', party: 1 },
  },
  { table: 'request_count', task: 'forget-counts', from: 'since', hours: day },
  { table: 'idempotent_answer', task: 'forget-answers', from: 'created_at', hours: day },
  { table: 'browser_account', task: 'forget-signals', from: 'last_at', hours: 90 * day },
  { table: 'signal', task: 'forget-signals', from: 'last_at', hours: 90 * day, with: { kind: 'speed' } },
  {
    table: 'signal_notice',
    task: 'forget-signals',
    from: 'created_at',
    hours: 90 * day,
    with: { decision: 'warn' },
  },
  {
    table: 'proof_demand',
    task: 'forget-signals',
    from: 'until_at',
    hours: 90 * day,
    with: { cause: 'signs', began_at: '2026-01-01T00:00:00Z' },
  },
  { table: 'help_request', task: 'help-cleanup', from: 'changed_at', hours: 365 * day, with: { state: 'closed' } },
  { table: 'accessibility_report', task: 'site-cleanup', from: 'closed_at', hours: 365 * day, with: { closed_by: 1 } },
];

describe('what is kept of people goes when its time is over, and not a second before:', () => {
  it.each(kept)('$table', async ({ table, task, from, hours, with: values = {}, emptied, atOnce }) => {
    const edge = deps.current.clock.now().subtract({ hours });
    const young = atOnce ? edge.add({ seconds: 1 }) : edge;
    const old = atOnce ? edge : edge.subtract({ seconds: 1 });
    await withoutReferences(async (client) => {
      await insert(client, table, { ...values, [from]: young.toString() });
      await insert(client, table, { ...values, [from]: old.toString() });
    });
    await tasks[task]?.(deps.current, {});
    const { rows } = await deps.current.pool.query<{ at: Temporal.Instant; left: boolean }>(
      `SELECT ${from} AS at, ${emptied === undefined ? 'true' : `${emptied} IS NOT NULL`} AS left FROM ${table}`,
    );
    expect(rows.filter(({ left }) => left).map(({ at }) => at.toString())).toEqual([young.toString()]);
  });
});

/** Rows without those they belong to: the tests are about time alone. */
async function withoutReferences(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await deps.current.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

let made = 0;

/** A row with something in every column that must have it. */
async function insert(client: pg.PoolClient, table: string, values: Values): Promise<void> {
  made += 1;
  const { rows } = await client.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL
       AND is_identity = 'NO' AND is_generated = 'NEVER'`,
    [table],
  );
  const row: Record<string, unknown> = {};
  for (const { name, type } of rows) row[name] = anything(type);
  Object.assign(row, values);
  const names = Object.keys(row);
  await client.query(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

function anything(type: string): unknown {
  switch (type) {
    case 'uuid':
      return randomUUID();
    case 'bytea':
      return randomBytes(32);
    case 'boolean':
      return false;
    case 'date':
      return '2026-01-01';
    case 'jsonb':
      return '[]';
    case 'ARRAY':
      return [];
    case 'text':
      return `text-${made}`;
    default:
      return type.startsWith('timestamp') ? testNow : made;
  }
}
