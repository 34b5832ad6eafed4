import type { Db } from '#platform/database.ts';
import { cancelled, type Counts, countsBy, noCounts } from './counts.query.ts';
import type { Period } from './period.rules.ts';
import { samplesOf } from './samples.query.ts';
import type { Scope } from './scope.query.ts';
import { noSeats, seatsBy } from './seats.query.ts';

/** The five figures that matter first; null where there is nothing to count them from. */
export interface Overview {
  readonly appointments: number;
  /** of the seats offered, the share that was taken */
  readonly occupancy: number | null;
  /** days to the first free date, on average */
  readonly firstFree: number | null;
  /** of the people awaited, the share that did not come */
  readonly absent: number | null;
  /** of the appointments, the share that was cancelled */
  readonly cancelled: number | null;
  /** false: not a seat, not an appointment */
  readonly isEmpty: boolean;
}

export const overviewFigures = ['appointments', 'occupancy', 'firstFree', 'absent', 'cancelled'] as const;
export type OverviewFigure = (typeof overviewFigures)[number];

export async function overviewOf(db: Db, scope: Scope, period: Period): Promise<Overview> {
  const [all, seats, samples] = await Promise.all([
    countsBy(db, scope, period, 'all'),
    seatsBy(db, scope, period, 'all'),
    samplesOf(db, scope, period),
  ]);
  const counts: Counts = all.get('') ?? noCounts;
  const { offered, taken } = seats.get('') ?? noSeats;
  return {
    appointments: counts.appointments,
    occupancy: share(taken, offered),
    firstFree: samples.mean,
    absent: share(counts.absent, counts.served + counts.absent),
    cancelled: share(cancelled(counts), counts.appointments),
    isEmpty: offered === 0 && counts.appointments === 0 && counts.made === 0 && samples.samples === 0,
  };
}

/** A part of a whole, from 0 to 1; null when there is no whole. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
