import type { Db } from '#platform/database.ts';
import { share } from '../figures/overview.query.ts';
import { type Grain, type Period, stepsOf, toldStep } from '../figures/period.rules.ts';
import { samplesBy, samplesOf } from '../figures/samples.query.ts';
import { lastLooks, looks, spreadOf, spreadsBy } from '../figures/spread.query.ts';
import { between, largest, median, noSpread, rankOf, sizeOf } from '../figures/spread.rules.ts';
import type { Asked } from './asked.ts';
import type { Report } from './report.ts';

/** How far the first free date was, at each of the three looks of a day. */
export async function firstFreeReport(db: Db, { scope, period, grain }: Asked): Promise<Report> {
  const [rows, all] = await Promise.all([samplesBy(db, scope, period, grain), samplesOf(db, scope, period)]);
  return {
    name: 'first-free',
    columns: [
      { key: 'day', kind: 'day' },
      { key: 'service', kind: 'service' },
      { key: 'at9', kind: 'days' },
      { key: 'at12', kind: 'days' },
      { key: 'at16', kind: 'days' },
      { key: 'meanDays', kind: 'days' },
      { key: 'withoutDate', kind: 'count' },
    ],
    rows: rows.map((row) => [
      toldStep(Temporal.PlainDate.from(row.step), period),
      row.service,
      row.at9,
      row.at12,
      row.at16,
      row.mean,
      row.without,
    ]),
    facts: [
      { key: 'meanDays', kind: 'days', value: all.mean },
      { key: 'samples', kind: 'count', value: all.samples },
      { key: 'shareWithoutDate', kind: 'share', value: share(all.without, all.samples) },
    ],
  };
}

/** The days before an appointment at which people booked, in classes that a reader can tell apart. */
export const leadClasses = [
  [0, 0],
  [1, 3],
  [4, 7],
  [8, 14],
  [15, 30],
  [31, 60],
  [61, 90],
  [91, 100_000],
] as const;

export async function leadTimeReport(db: Db, { scope, period }: Asked): Promise<Report> {
  const spread = await spreadOf(db, scope, period, 'lead-days');
  const size = sizeOf(spread);
  return {
    name: 'lead-time',
    columns: [
      { key: 'leadDays', kind: 'word' },
      { key: 'notCancelled', kind: 'count' },
      { key: 'shareOfAppointments', kind: 'share' },
    ],
    rows: leadClasses.map(([from, to], index) => {
      const count = between(spread, from, to);
      return [`lead${index}`, count, share(count, size)];
    }),
    facts: [
      { key: 'medianDays', kind: 'days', value: median(spread) },
      { key: 'p90Days', kind: 'days', value: rankOf(spread, 0.9) },
    ],
  };
}

/** Clearances that were open, by their age, and those that were answered. */
export async function clearancesReport(db: Db, asked: Asked): Promise<Report> {
  const { scope, period, grain } = asked;
  const [open, granted, refused, looked] = await Promise.all([
    lastLooks(db, scope, period, { figure: 'clearance-open-days', grain }),
    spreadsBy(db, scope, period, { figure: 'clearance-granted-days', grain }),
    spreadsBy(db, scope, period, { figure: 'clearance-refused-days', grain }),
    looks(db, scope, period, grain),
  ]);
  const answers = [
    await spreadOf(db, scope, period, 'clearance-granted-days'),
    await spreadOf(db, scope, period, 'clearance-refused-days'),
  ] as const;
  return {
    name: 'clearances',
    columns: [
      { key: 'day', kind: 'day' },
      { key: 'openClearances', kind: 'count' },
      { key: 'medianAge', kind: 'days' },
      { key: 'oldestAge', kind: 'days' },
      { key: 'granted', kind: 'count' },
      { key: 'refused', kind: 'count' },
      { key: 'medianDaysToGrant', kind: 'days' },
    ],
    rows: seen(period, grain, looked, granted, refused).map((step) => {
      const key = step.toString();
      const age = open.get(key) ?? noSpread;
      const given = granted.get(key) ?? noSpread;
      const openNow = looked.has(key) ? sizeOf(age) : null;
      return [
        toldStep(step, period),
        openNow,
        median(age),
        largest(age),
        sizeOf(given),
        sizeOf(refused.get(key) ?? noSpread),
        median(given),
      ];
    }),
    facts: [
      { key: 'granted', kind: 'count', value: sizeOf(answers[0]) },
      { key: 'refused', kind: 'count', value: sizeOf(answers[1]) },
      { key: 'medianDaysToGrant', kind: 'days', value: median(answers[0]) },
    ],
  };
}

/** How many people waited on lists, and for how long. */
export async function waitingListReport(db: Db, { scope, period, grain }: Asked): Promise<Report> {
  const [ages, looked] = await Promise.all([
    lastLooks(db, scope, period, { figure: 'waiting-days', grain }),
    looks(db, scope, period, grain),
  ]);
  const rows = seen(period, grain, looked).map((step) => {
    const age = ages.get(step.toString()) ?? noSpread;
    return [toldStep(step, period), sizeOf(age), median(age), largest(age)] as const;
  });
  const last = rows.at(-1);
  return {
    name: 'waiting-list',
    columns: [
      { key: 'day', kind: 'day' },
      { key: 'waiting', kind: 'count' },
      { key: 'medianAge', kind: 'days' },
      { key: 'oldestAge', kind: 'days' },
    ],
    rows,
    facts: [
      { key: 'waiting', kind: 'count', value: last?.[1] ?? null },
      { key: 'medianAge', kind: 'days', value: last?.[2] ?? null },
      { key: 'oldestAge', kind: 'days', value: last?.[3] ?? null },
    ],
  };
}

/** The steps of which something is known. */
function seen(period: Period, grain: Grain, ...known: { has(step: string): boolean }[]): Temporal.PlainDate[] {
  return stepsOf(period, grain).filter((step) => known.some((steps) => steps.has(step.toString())));
}
