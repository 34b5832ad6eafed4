import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { type Period, toldStep } from '../figures/period.rules.ts';
import { spreadOf, spreadsBy } from '../figures/spread.query.ts';
import { median, noSpread, sizeOf } from '../figures/spread.rules.ts';
import type { Asked } from './asked.ts';
import type { Report } from './report.ts';

/** How soon releases sold out: each of one office's, or those of each day of many. */
export async function releasesReport(db: Db, { scope, period, grain }: Asked): Promise<Report> {
  const [minutes, open] = await Promise.all([
    spreadOf(db, scope, period, 'sell-out-minutes'),
    spreadOf(db, scope, period, 'not-sold-out'),
  ]);
  const facts = [
    { key: 'medianMinutes', kind: 'minutes', value: median(minutes) },
    { key: 'releases', kind: 'count', value: sizeOf(minutes) + sizeOf(open) },
    { key: 'soldOut', kind: 'count', value: sizeOf(minutes) },
  ] as const;
  const rows = scope.officeId === null ? undefined : await releasesOf(db, scope.officeId, period);
  if (rows !== undefined && rows.length > 0) return { ...eachRelease(rows), facts };
  return { ...(await releasesByDay(db, { scope, period, grain })), facts };
}

interface Released {
  readonly opensAt: Temporal.Instant;
  readonly planner: string;
  readonly seats: number;
  readonly minutes: number | null;
}

function eachRelease(rows: readonly Released[]): Omit<Report, 'facts'> {
  return {
    name: 'releases',
    columns: [
      { key: 'opensAt', kind: 'moment' },
      { key: 'planner', kind: 'word' },
      { key: 'seats', kind: 'count' },
      { key: 'minutesToSellOut', kind: 'minutes' },
    ],
    rows: rows.map(({ opensAt, planner, seats, minutes }) => [opensAt, planner, seats, minutes]),
  };
}

async function releasesByDay(db: Db, { scope, period, grain }: Asked): Promise<Omit<Report, 'facts'>> {
  const [sold, open] = await Promise.all([
    spreadsBy(db, scope, period, { figure: 'sell-out-minutes', grain }),
    spreadsBy(db, scope, period, { figure: 'not-sold-out', grain }),
  ]);
  const steps = [...new Set([...sold.keys(), ...open.keys()])].toSorted();
  return {
    name: 'releases',
    columns: [
      { key: 'day', kind: 'day' },
      { key: 'releases', kind: 'count' },
      { key: 'soldOut', kind: 'count' },
      { key: 'medianMinutes', kind: 'minutes' },
    ],
    rows: steps.map((step) => {
      const minutes = sold.get(step) ?? noSpread;
      const count = sizeOf(minutes);
      return [
        toldStep(Temporal.PlainDate.from(step), period),
        count + sizeOf(open.get(step) ?? noSpread),
        count,
        median(minutes),
      ];
    }),
  };
}

async function releasesOf(db: Db, officeId: number, period: Period): Promise<Released[]> {
  const { rows } = await sql<Released>`
    SELECT r.opens_at AS "opensAt", p.name AS planner, r.seats,
           floor(extract(epoch FROM r.sold_out_at - r.opens_at) / 60)::int AS minutes
    FROM office o JOIN planner p ON p.office_id = o.id JOIN release r ON r.planner_id = p.id
    WHERE o.id = ${officeId} AND (r.opens_at AT TIME ZONE o.time_zone)::date BETWEEN ${period.from} AND ${period.to}
      AND r.cancelled_at IS NULL AND r.seats > 0 AND r.kind <> 'returned'
    ORDER BY r.opens_at, r.id`.execute(db);
  return rows;
}
