import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { dayCounts } from './count-appointments.ts';

const mostDays = 200;

/** Adds offices up to areas and kinds for the days that changed; answers how many there were. */
export async function addUpAreas({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const { days } = await transact(db, async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('report-areas'))`.execute(tx);
    const taken = await sql<{ day: Temporal.PlainDate }>`
      DELETE FROM report_changed_day WHERE day IN (SELECT day FROM report_changed_day ORDER BY day LIMIT ${mostDays} FOR UPDATE SKIP LOCKED)
      RETURNING day`.execute(tx);
    const changed = taken.rows.map(({ day }) => day.toString());
    if (changed.length > 0) {
      await addAreas(tx);
      for (const one of sums) await addUp(tx, one, changed);
      await addUpSpreads(tx, changed);
    }
    const now = clock.now();
    await sql`
      INSERT INTO report_progress (event_id, event_id_before, counted_at, added_up_at) VALUES (0, 0, ${now}, ${now})
      ON CONFLICT (id) DO UPDATE SET added_up_at = excluded.added_up_at`.execute(tx);
    return { ok: true, days: changed.length };
  });
  return days;
}

/** What is added number by number: the table, what its rows are told apart by, and the numbers. */
const sums = [
  { table: 'report_day', keys: ['service_code', 'channel'], counts: dayCounts },
  { table: 'report_hour', keys: ['hour', 'service_code'], counts: ['appointments', 'served', 'absent'] },
  { table: 'report_seats', keys: ['hour', 'services'], counts: ['offered', 'taken'] },
  { table: 'report_sample', keys: ['hour', 'service_code'], counts: ['samples', 'days', 'without'] },
] as const;

/** The area of an office `o`, and all of its kind. */
const areasOfOffices = sql`
  JOIN report_place p ON p.id = d.place_id AND p.office_id IS NOT NULL JOIN office o ON o.id = p.office_id
  JOIN report_place area ON area.kind = o.kind AND area.area IN ('', coalesce(o.province_code, o.country))`;

async function addUp(tx: Tx, { table, keys, counts }: (typeof sums)[number], days: readonly string[]): Promise<void> {
  const told = sql.raw(keys.map((name) => `d.${name}`).join(', '));
  const added = sql.raw(counts.map((name) => `sum(d.${name})`).join(', '));
  const columns = sql.raw(['place_id', 'day', ...keys, ...counts].join(', '));
  await forget(tx, table, days);
  await sql`
    INSERT INTO ${sql.ref(table)} (${columns})
    SELECT area.id, d.day, ${told}, ${added} FROM ${sql.ref(table)} d ${areasOfOffices}
    WHERE d.day = ANY (${days}::date[]) GROUP BY area.id, d.day, ${told}`.execute(tx);
}

async function addUpSpreads(tx: Tx, days: readonly string[]): Promise<void> {
  await forget(tx, 'report_spread', days);
  await sql`
    INSERT INTO report_spread (place_id, day, figure, service_code, amounts, counts)
    SELECT id, day, figure, service_code, array_agg(amount ORDER BY amount), array_agg(times ORDER BY amount)
    FROM (SELECT area.id, d.day, d.figure, d.service_code, pair.amount, sum(pair.times)::int AS times
          FROM report_spread d ${areasOfOffices}, unnest(d.amounts, d.counts) AS pair (amount, times)
          WHERE d.day = ANY (${days}::date[]) GROUP BY 1, 2, 3, 4, 5) AS often
    GROUP BY 1, 2, 3, 4`.execute(tx);
}

async function forget(tx: Tx, table: string, days: readonly string[]): Promise<void> {
  await sql`
    DELETE FROM ${sql.ref(table)} d USING report_place p
    WHERE p.id = d.place_id AND p.office_id IS NULL AND d.day = ANY (${days}::date[])`.execute(tx);
}

async function addAreas(tx: Db | Tx): Promise<void> {
  await sql`
    INSERT INTO report_place (kind, area)
    SELECT DISTINCT o.kind, a.area FROM report_place p JOIN office o ON o.id = p.office_id,
      LATERAL (VALUES (''), (coalesce(o.province_code, o.country))) AS a (area)
    WHERE NOT EXISTS (SELECT FROM report_place known WHERE known.kind = o.kind AND known.area = a.area)
    ON CONFLICT ON CONSTRAINT report_place_area DO NOTHING`.execute(tx);
}
