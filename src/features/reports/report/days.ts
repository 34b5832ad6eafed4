import type { Db } from '#platform/database.ts';
import { type Counts, countsBy, noCounts } from '../figures/counts.query.ts';
import { share } from '../figures/overview.query.ts';
import { stepsOf, toldStep } from '../figures/period.rules.ts';
import { noSeats, seatsBy } from '../figures/seats.query.ts';
import type { Asked } from './asked.ts';
import type { Cell, Report, ReportColumn } from './report.ts';

const counted = [
  'made',
  'appointments',
  'people',
  'confirmed',
  'served',
  'absent',
  'cancelledCitizen',
  'cancelledOffice',
  'cancelledUnconfirmed',
  'cancelledClearance',
] as const satisfies readonly (keyof Counts)[];

/** The columns of counts, as several reports have them. */
export const countColumns: readonly ReportColumn[] = counted.map((key) => ({ key, kind: 'count' }));

export function countCells(counts: Counts): Cell[] {
  return counted.map((key) => counts[key]);
}

/** Offered, taken, booked, and what became of it, by day. */
export async function daysReport(db: Db, { scope, period, grain }: Asked): Promise<Report> {
  const [counts, seats] = await Promise.all([countsBy(db, scope, period, grain), seatsBy(db, scope, period, grain)]);
  return {
    name: 'days',
    columns: [
      { key: 'day', kind: 'day' },
      { key: 'offered', kind: 'count' },
      { key: 'taken', kind: 'count' },
      { key: 'occupancy', kind: 'share' },
      ...countColumns,
    ],
    rows: stepsOf(period, grain).map((step) => {
      const { offered, taken } = seats.get(step.toString()) ?? noSeats;
      return [
        toldStep(step, period),
        offered,
        taken,
        share(taken, offered),
        ...countCells(counts.get(step.toString()) ?? noCounts),
      ];
    }),
    facts: [],
  };
}
