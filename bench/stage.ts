import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { runningDatabaseUrl } from '#launch/running-database.ts';
import { projectPath } from '#platform/root.ts';
import { startTurno, temporaryData } from '#test/running-turno.ts';
import { rolesOf } from './processes.ts';

/** The whole product as it ships, in a folder of its own, with the demo set and limits off. */
export interface Stage {
  readonly port: number;
  readonly databaseUrl: string;
  /** where its secret is */
  readonly dataFolder: string;
  readonly sql: pg.Pool;
  /** session tokens of as many citizens */
  readonly tokens: readonly string[];
  roles(): ReturnType<typeof rolesOf>;
  close(): Promise<void>;
}

export const citizens = 20_000;

export async function openStage(people = citizens): Promise<Stage> {
  const { dataFolder, remove } = await temporaryData();
  const turno = await startTurno({
    dataFolder,
    env: { TURNO_DEMO: 'on', TURNO_LIMITS: 'off', TURNO_DEMO_CITIZENS: String(people), TURNO_LOG: 'warn' },
  });
  const databaseUrl = await runningDatabaseUrl(dataFolder);
  if (databaseUrl === undefined) throw new Error('the database of the run is not to be found');
  const sql = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [projectPath('dist', 'main.js'), 'demo', 'sessions', String(people)],
    {
      env: { ...process.env, TURNO_DATA: dataFolder, TURNO_DEMO: 'on' },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  // The first minute's jobs are over before anything is measured.
  await pause(5_000);
  const pid = turno.launcher.pid ?? 0;
  return {
    port: Number(new URL(turno.address).port),
    databaseUrl,
    dataFolder,
    sql,
    tokens: stdout.trim().split('\n'),
    roles: () => rolesOf(pid),
    async close() {
      await sql.end();
      await turno.stop();
      await remove();
    },
  };
}

/** Slots of the London passport desk, each with so many seats, none taken, open since `opensAt`; answers with their ids. */
export async function prepareSlots(
  stage: Stage,
  wish: { slots: number; seats: number; opensAt?: Date },
): Promise<string[]> {
  await forgetHolds(stage);
  const { rows } = await stage.sql.query<{ id: string }>(
    `WITH wanted AS (
       SELECT s.id FROM slot s
       JOIN planner_offering po ON po.planner_id = s.planner_id
       JOIN offering o ON o.id = po.offering_id AND o.service_code = 'passport'
       JOIN office f ON f.id = o.office_id AND f.code = 'cons-london'
       WHERE s.taken = 0 AND s.starts_at > now() + interval '3 days' AND s.opens_at <= now()
       ORDER BY s.starts_at DESC LIMIT $1)
     UPDATE slot SET capacity = $2, planned = $2, opens_at = coalesce($3, opens_at) WHERE id IN (SELECT id FROM wanted)
     RETURNING id`,
    [wish.slots, wish.seats, wish.opensAt ?? null],
  );
  if (rows.length < wish.slots) throw new Error(`only ${rows.length} slots are free for the measurement`);
  await stage.sql.query('VACUUM ANALYZE slot');
  return rows.map(({ id }) => id);
}

/** Shuts every other slot of the days that these lie on, so that the earliest seat is one of them; `open` opens them again. */
export async function closeOthers(
  { sql }: Stage,
  ids: readonly string[],
): Promise<{ from: string; to: string; open: () => Promise<void> }> {
  const { rows } = await sql.query<{ from: string; to: string; id: string; capacity: number }>(
    `WITH days AS (SELECT planner_id, min(day) AS first, max(day) AS last FROM slot WHERE id = ANY ($1) GROUP BY 1),
     span AS (SELECT min(first) AS first, max(last) AS last FROM days)
     SELECT span.first::text AS "from", span.last::text AS "to", s.id, s.capacity
     FROM span LEFT JOIN slot s ON s.planner_id IN (SELECT planner_id FROM days) AND s.day BETWEEN span.first AND span.last
       AND NOT s.id = ANY ($1) AND s.capacity > s.taken`,
    [ids],
  );
  const [span] = rows;
  if (span === undefined) throw new Error('these slots are on no day');
  const shut = rows.map(({ id }) => id);
  await sql.query('UPDATE slot SET capacity = taken WHERE id = ANY ($1)', [shut]);
  return {
    from: span.from,
    to: span.to,
    open: async () => {
      const seats = rows.map(({ capacity }) => capacity);
      await sql.query(
        'UPDATE slot s SET capacity = w.seats FROM unnest($1::bigint[], $2::int[]) AS w(id, seats) WHERE s.id = w.id',
        [shut, seats],
      );
    },
  };
}

/** Takes the bookings of these slots out again, as if they had never been made: the same people book in the next round. */
export async function forgetBookings(stage: Stage, slots: readonly string[]): Promise<void> {
  const { rows } = await stage.sql.query<{ table: string; column: string }>(
    `SELECT c.conrelid::regclass::text AS "table", a.attname AS "column" FROM pg_constraint c
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = 'booking'::regclass AND c.confdeltype = 'a' AND cardinality(c.conkey) = 1`,
  );
  const client = await stage.sql.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      'CREATE TEMPORARY TABLE gone ON COMMIT DROP AS SELECT id FROM booking WHERE slot_ids && $1::bigint[]',
      [slots],
    );
    for (const { table, column } of rows)
      await client.query(`DELETE FROM ${table} WHERE ${client.escapeIdentifier(column)} IN (SELECT id FROM gone)`);
    await client.query('DELETE FROM booking WHERE id IN (SELECT id FROM gone)');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  await forgetHolds(stage);
}

/** Gives every held seat back, so that the next round starts from the same state. */
export async function forgetHolds({ sql }: Stage): Promise<void> {
  await sql.query('DELETE FROM idempotent_answer');
  await sql.query('DELETE FROM hold WHERE id NOT IN (SELECT hold_id FROM booking WHERE hold_id IS NOT NULL)');
  await sql.query(
    `UPDATE slot s SET taken = coalesce(b.seats, 0)
     FROM slot x LEFT JOIN (SELECT u.id, sum(b.party) AS seats FROM booking b CROSS JOIN unnest(b.slot_ids) AS u(id)
                            WHERE b.live GROUP BY u.id) b ON b.id = x.id
     WHERE s.id = x.id AND s.taken <> coalesce(b.seats, 0)`,
  );
  await sql.query('VACUUM ANALYZE hold');
}
