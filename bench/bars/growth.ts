import { freeDays } from '#features/planner/availability/free-days.query.ts';
import { createDb, createPool } from '#platform/database.ts';
import { median, type Result, shown, spreadOf } from '../result.ts';
import type { Stage } from '../stage.ts';

const rounds = 200;
const times = 10;

/** What a question costs when the country has ten times the slots: days with free seats of one service. */
export async function growth(stage: Stage): Promise<Result[]> {
  const { sql } = stage;
  const pool = createPool(stage.databaseUrl, { max: 1, name: 'turno-bench', onError: () => undefined });
  const db = createDb(pool);
  try {
    const { rows } = await sql.query<{ id: number }>(
      `SELECT o.id FROM offering o JOIN office f ON f.id = o.office_id WHERE o.service_code = 'passport' AND f.code = 'cons-london'`,
    );
    const offeringId = rows[0]?.id ?? 0;
    const ask = () => freeDays(db, { offeringId, now: Temporal.Now.instant() });
    await sql.query('VACUUM ANALYZE slot');
    const before = await timesOf(ask);
    const [few, many] = await tenfold(stage);
    const after = await timesOf(ask);
    const ratio = median(after) / median(before);
    return [
      {
        name: `days with free seats, with ${times} × the slots`,
        figure: median(after),
        unit: 'ms',
        reference: 'the same before',
        referenceFigure: median(before),
        ratio,
        spread: spreadOf(after),
        bar: 'less than 1.5 × the time before',
        pass: ratio < 1.5,
        reach: 1.5 / ratio,
        notes: `${shown(few)} slots, then ${shown(many)}; ${rounds} questions each, as seen by the process that asks`,
      },
    ];
  } finally {
    await db.destroy();
  }
}

async function timesOf(ask: () => Promise<unknown>): Promise<number[]> {
  const spent: number[] = [];
  for (let round = -20; round < rounds; round += 1) {
    const start = performance.now();
    await ask();
    if (round >= 0) spent.push(performance.now() - start);
  }
  return spent;
}

/** Planners like those there are, nine times, with their slots; nobody can book there. */
async function tenfold({ sql }: Stage): Promise<[number, number]> {
  const count = async () =>
    (await sql.query<{ slots: number }>('SELECT count(*)::int AS slots FROM slot')).rows[0]?.slots ?? 0;
  const few = await count();
  await sql.query(
    `WITH like_these AS (SELECT id, office_id, row_number() OVER (ORDER BY id) AS n FROM planner),
     made AS (
       INSERT INTO planner (office_id, name, published, updated_at)
       SELECT office_id, 'Like ' || id || ' ' || copy, true, now() FROM like_these CROSS JOIN generate_series(2, $1::int) copy
       RETURNING id, split_part(name, ' ', 2)::int AS source)
     INSERT INTO slot (planner_id, starts_at, ends_at, day, opens_at, planned, capacity, taken)
     SELECT made.id, s.starts_at, s.ends_at, s.day, s.opens_at, s.planned, s.capacity, 0
     FROM made JOIN slot s ON s.planner_id = made.source`,
    [times],
  );
  await sql.query('VACUUM ANALYZE slot');
  return [few, await count()];
}
