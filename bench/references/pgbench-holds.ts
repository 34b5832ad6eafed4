import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/**
 * The reference without a server in front: one function a seat, each its own commit, driven by PostgreSQL's own load
 * generator. It inserts a row with an idempotency key and one live hold a person, and takes a seat from a counter.
 */
const tables = `
  CREATE SCHEMA IF NOT EXISTS reference;
  SET search_path TO reference;
  CREATE TABLE IF NOT EXISTS seat_slot (id int PRIMARY KEY, capacity int NOT NULL, taken int NOT NULL DEFAULT 0,
    CHECK (taken BETWEEN 0 AND capacity)) WITH (fillfactor = 50);
  CREATE TABLE IF NOT EXISTS seat_hold (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, slot int NOT NULL, person bigint NOT NULL,
    key uuid NOT NULL UNIQUE, expires_at timestamptz NOT NULL, live boolean NOT NULL DEFAULT true);
  CREATE UNIQUE INDEX IF NOT EXISTS seat_hold_person ON seat_hold (person) WHERE live;
  INSERT INTO seat_slot (id, capacity) SELECT n, 1000000000 FROM generate_series(1, 200) n ON CONFLICT DO NOTHING;
  CREATE SEQUENCE IF NOT EXISTS person;
  CREATE OR REPLACE FUNCTION take_seat(p_slot int) RETURNS bigint LANGUAGE plpgsql AS $$
  DECLARE v bigint;
  BEGIN
    UPDATE reference.seat_slot SET taken = taken + 1 WHERE id = p_slot AND taken < capacity;
    IF NOT FOUND THEN RETURN NULL; END IF;
    INSERT INTO reference.seat_hold (slot, person, key, expires_at)
      VALUES (p_slot, nextval('reference.person'), gen_random_uuid(), now() + interval '10 minutes') RETURNING id INTO v;
    RETURN v;
  END $$;`;

/** Seats per second of one run. Throws with what to install when the machine has no pgbench. */
export async function pgbenchHolds(
  databaseUrl: string,
  options: { slots: number; clients: number; seconds: number },
): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(tables);
  await client.query('TRUNCATE reference.seat_hold; UPDATE reference.seat_slot SET taken = 0');
  await client.query('VACUUM ANALYZE reference.seat_slot');
  await client.end();
  const folder = await mkdtemp(join(tmpdir(), 'turno-pgbench-'));
  try {
    const script = join(folder, 'take-seat.sql');
    await writeFile(script, `\\set slot random(1, ${options.slots})\nSELECT reference.take_seat(:slot);\n`);
    const { clients, seconds } = options;
    const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', script];
    const { stdout } = await run('pgbench', [...args, databaseUrl]);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error('pgbench is the reference and is not installed: on Debian, apt install postgresql-contrib');
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
