import { firstFreeAround, type OfficeAround } from '#features/planner/availability/first-free-around.query.ts';
import type { Pool } from 'pg';
import { createDb, createPool } from '#platform/database.ts';
import { median, type Result, shown, spreadOf } from '../result.ts';
import { seedFirstDates } from '../seed-first-dates.ts';
import type { Stage } from '../stage.ts';

const rounds = 100;
const warmUp = 5;
const naiveRounds = 3;
/** milliseconds in the database, for ninety-nine of a hundred */
const limit = 20;

const service = 'cie';
const monza = { lat: 45.5845, lon: 9.2744 };
const withinKm = 50;

/**
 * The first date of every municipality within 50 km of Monza, with twenty million slots in the country, beside the statement
 * one would write first, which also tells whether the answers are right.
 */
export async function firstDates(stage: Stage): Promise<Result[]> {
  const started = performance.now();
  const slots = await seedFirstDates(stage.sql);
  const built = (performance.now() - started) / 1000;
  const pool = createPool(stage.databaseUrl, { max: 1, name: 'turno-bench', onError: () => undefined });
  const db = createDb(pool);
  try {
    const now = Temporal.Now.instant();
    const area = { kind: 'around', ...monza, withinKm } as const;
    const ask = () => firstFreeAround(db, { service, area, now });
    // The same statement, timed by the server itself: planned and carried out, without the way to us.
    const statement = await sentBy(pool, ask);
    const client = await pool.connect();
    const ours: number[] = [];
    const seen: number[] = [];
    for (let round = -warmUp; round < rounds; round += 1) {
      const spent = await timeInServer(client, statement);
      const start = performance.now();
      await client.query(statement.text, statement.values);
      if (round < 0) continue;
      ours.push(spent);
      seen.push(performance.now() - start);
    }
    const naive: number[] = [];
    let expected: NaiveRow[] = [];
    for (let round = 0; round < naiveRounds; round += 1) {
      naive.push(await timeInServer(client, naiveStatement(now)));
      expected = (await client.query<NaiveRow>(naiveStatement(now).text, naiveStatement(now).values)).rows;
    }
    client.release();
    const answer = await ask();
    const wrong = differences(answer, expected);
    const p99 = percentile(ours, 0.99);
    const notes = [
      `${answer.length} offices within ${withinKm} km of Monza, ${answer.filter(({ date }) => date).length} with a free seat`,
      `${shown(slots)} slots, made in ${shown(built)} s`,
      `p99 ${shown(p99)} ms; as seen by the process that asks: ${shown(median(seen))} ms, p99 ${shown(percentile(seen, 0.99))} ms`,
      wrong === 0 ? 'every answer as the reference says' : `${wrong} answers differ from the reference`,
    ].join('; ');
    return [
      {
        name: 'first dates within 50 km, in the database',
        figure: median(ours),
        unit: 'ms',
        reference: 'DISTINCT ON over the slots of those offices',
        referenceFigure: median(naive),
        ratio: median(ours) / median(naive),
        spread: spreadOf(ours),
        bar: `p99 < ${limit} ms`,
        pass: wrong === 0 && p99 < limit,
        reach: limit / p99,
        notes,
      },
    ];
  } finally {
    await db.destroy();
  }
}

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

interface Client {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** What is sent to the database by a question of the product; the pool has one connection, on which it is asked. */
async function sentBy(pool: Pool, ask: () => Promise<unknown>): Promise<Statement> {
  const client: Client & { release(): void } = await pool.connect();
  const query = client.query.bind(client);
  let sent: Statement | undefined;
  const listening: Client['query'] = (text, values = []) => {
    sent ??= { text, values };
    return query(text, values);
  };
  client.query = listening;
  client.release();
  await ask();
  client.query = query;
  if (sent === undefined) throw new Error('the question asked nothing');
  return sent;
}

async function timeInServer(client: Client, { text, values }: Statement): Promise<number> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ 'Planning Time': number; 'Execution Time': number }] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, SUMMARY ON, FORMAT JSON) ${text}`,
    values,
  );
  const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
  if (plan === undefined) throw new Error('no plan was told');
  return plan['Planning Time'] + plan['Execution Time'];
}

interface NaiveRow {
  readonly officeId: number;
  readonly startsAt: Temporal.Instant;
}

/** All free slots of the offices around, sorted, the first of each kept. */
function naiveStatement(now: Temporal.Instant): Statement {
  return {
    text: `
      SELECT DISTINCT ON (o.id) o.id AS "officeId", s.starts_at AS "startsAt"
      FROM office o JOIN offering x ON x.office_id = o.id AND x.service_code = $1 AND x.active
      JOIN planner_offering po ON po.offering_id = x.id JOIN planner p ON p.id = po.planner_id AND p.published
      JOIN slot s ON s.planner_id = p.id
      WHERE o.active AND o.kind = 'municipal' AND s.taken < s.capacity AND s.opens_at <= $2
        AND s.starts_at > $2 AND s.starts_at >= $2::timestamptz + make_interval(mins => p.notice_minutes)
        AND 2 * 6371 * asin(least(1, sqrt(power(sin(radians(o.lat - $3::float8) / 2), 2)
            + cos(radians($3::float8)) * cos(radians(o.lat)) * power(sin(radians(o.lon - $4::float8) / 2), 2)))) <= $5
      ORDER BY o.id, s.starts_at`,
    values: [service, now, monza.lat, monza.lon, withinKm],
  };
}

function differences(answer: readonly OfficeAround[], expected: readonly NaiveRow[]): number {
  const ours = new Map(answer.flatMap(({ officeId, startsAt }) => (startsAt ? [[officeId, startsAt.toString()]] : [])));
  const theirs = new Map(expected.map(({ officeId, startsAt }) => [officeId, startsAt.toString()]));
  const ids = new Set([...ours.keys(), ...theirs.keys()]);
  return [...ids].filter((id) => ours.get(id) !== theirs.get(id)).length;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
