import { rollHorizons } from '#features/planner/slots/roll-horizon.job.ts';
import { systemClock } from '#platform/clock.ts';
import { createDb, createPool } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import type { Result } from '../result.ts';
import { compare, shown } from '../result.ts';
import type { Stage } from '../stage.ts';

const offices = 8_000;

/** Ninety days of every office's slots, made by the job that moves horizons on, beside `COPY` of the same rows. */
export async function publishing(stage: Stage): Promise<Result[]> {
  const { sql } = stage;
  await stage.sql.query('ALTER TABLE slot SET (autovacuum_enabled = false)');
  const planners = await makePlanners(stage);
  const pool = createPool(stage.databaseUrl, { max: 2, name: 'turno-bench', onError: () => undefined });
  const db = createDb(pool);
  const log = createLog({ logLevel: 'error' }, 'bench');
  try {
    const start = performance.now();
    const moved = await rollHorizons({ db, clock: systemClock, log });
    const seconds = (performance.now() - start) / 1000;
    const { rows } = await sql.query<{ slots: number }>(
      `SELECT count(*)::int AS slots FROM slot s JOIN planner p ON p.id = s.planner_id WHERE p.name = 'Ninety days'`,
    );
    const slots = rows[0]?.slots ?? 0;
    const copied = await copyTheSame(stage);
    return [
      compare({
        name: `publishing 90 days for ${planners.toLocaleString('en')} offices`,
        unit: 'slots/s',
        rounds: [slots / seconds],
        reference: { name: 'COPY of the same rows, with the same indexes and constraints', rounds: [slots / copied] },
        atLeast: 0.3,
        notes: `${shown(slots)} slots of ${moved} planners in ${shown(seconds)} s, one transaction a planner, one process; COPY in ${shown(copied)} s, one transaction`,
      }),
    ];
  } finally {
    await db.destroy();
    await sql.query('ALTER TABLE slot RESET (autovacuum_enabled)');
  }
}

async function makePlanners({ sql }: Stage): Promise<number> {
  const { rows } = await sql.query<{ made: number }>(
    `WITH chosen AS (SELECT id FROM office WHERE active AND kind = 'municipal' ORDER BY id LIMIT $1),
     made AS (
       INSERT INTO planner (office_id, name, published, published_rules, horizon_days, updated_at)
       SELECT id, 'Ninety days', true, $2::jsonb, 90, now() FROM chosen RETURNING id)
     SELECT count(*)::int AS made FROM made`,
    [offices, JSON.stringify(rules)],
  );
  return rows[0]?.made ?? 0;
}

/** Monday to Friday, mornings, a visit every half hour at two desks. */
const rules = [
  {
    validFrom: '2026-01-01',
    validTo: null,
    weekdays: [1, 2, 3, 4, 5],
    starts: '08:30',
    ends: '12:30',
    breaks: [],
    minutes: 30,
    desks: 2,
  },
];

/** Seconds for the same rows into a table made alike, through the server's own way for many rows. */
async function copyTheSame({ sql }: Stage): Promise<number> {
  const client = await sql.connect();
  try {
    await client.query(`CREATE TABLE reference_slot (LIKE slot INCLUDING ALL)`);
    await client.query('ALTER TABLE reference_slot ADD FOREIGN KEY (planner_id) REFERENCES planner (id)');
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
    const file = `${rows[0]?.folder}/bench-slots.copy`;
    const columns = 'planner_id, starts_at, ends_at, day, opens_at, planned, capacity';
    await client.query(
      `COPY (SELECT ${columns} FROM slot WHERE planner_id IN (SELECT id FROM planner WHERE name = 'Ninety days') ORDER BY id) TO '${file}'`,
    );
    const start = performance.now();
    await client.query(`COPY reference_slot (${columns}) FROM '${file}'`);
    const seconds = (performance.now() - start) / 1000;
    await client.query('DROP TABLE reference_slot');
    return seconds;
  } finally {
    client.release();
  }
}
