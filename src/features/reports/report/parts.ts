import type { Db } from '#platform/database.ts';
import { cancelled, countsBy, noCounts } from '../figures/counts.query.ts';
import { share } from '../figures/overview.query.ts';
import { hoursOf, noSeats, seatsBy } from '../figures/seats.query.ts';
import type { Asked } from './asked.ts';
import { countCells, countColumns } from './days.ts';
import type { Report } from './report.ts';

/** The counts of each service. */
export async function servicesReport(db: Db, { scope, period }: Asked): Promise<Report> {
  const counts = await countsBy(db, scope, period, 'service');
  return {
    name: 'services',
    columns: [{ key: 'service', kind: 'service' }, ...countColumns],
    rows: [...counts].toSorted(byAppointments).map(([service, of]) => [service, ...countCells(of)]),
    facts: [],
  };
}

/** The counts of each way people booked. */
export async function channelsReport(db: Db, { scope, period }: Asked): Promise<Report> {
  const counts = await countsBy(db, scope, period, 'channel');
  return {
    name: 'channels',
    columns: [{ key: 'channel', kind: 'word' }, ...countColumns],
    rows: [...counts].toSorted(byAppointments).map(([channel, of]) => [channel, ...countCells(of)]),
    facts: [],
  };
}

/** Seats and appointments by the hour they begin. */
export async function hoursReport(db: Db, { scope, period }: Asked): Promise<Report> {
  const [seats, counts] = await Promise.all([seatsBy(db, scope, period, 'hour'), hoursOf(db, scope, period)]);
  const hours = [...new Set([...seats.keys(), ...counts.keys()].map(Number))].toSorted((a, b) => a - b);
  return {
    name: 'hours',
    columns: [
      { key: 'hour', kind: 'hour' },
      { key: 'offered', kind: 'count' },
      { key: 'taken', kind: 'count' },
      { key: 'occupancy', kind: 'share' },
      { key: 'notCancelled', kind: 'count' },
      { key: 'served', kind: 'count' },
      { key: 'absent', kind: 'count' },
    ],
    rows: hours.map((hour) => {
      const { offered, taken } = seats.get(String(hour)) ?? noSeats;
      const of = counts.get(String(hour));
      return [hour, offered, taken, share(taken, offered), of?.appointments ?? 0, of?.served ?? 0, of?.absent ?? 0];
    }),
    facts: [],
  };
}

/** How full each hour of each weekday was. */
export async function occupancyReport(db: Db, { scope, period }: Asked): Promise<Report> {
  const seats = await seatsBy(db, scope, period, 'weekday-hour');
  const rows = [...seats].map(([key, { offered, taken }]) => {
    const [weekday = 0, hour = 0] = key.split(' ').map(Number);
    return { weekday, hour, offered, taken };
  });
  return {
    name: 'occupancy',
    columns: [
      { key: 'weekday', kind: 'weekday' },
      { key: 'hour', kind: 'hour' },
      { key: 'offered', kind: 'count' },
      { key: 'taken', kind: 'count' },
      { key: 'occupancy', kind: 'share' },
    ],
    rows: rows
      .toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour)
      .map(({ weekday, hour, offered, taken }) => [weekday, hour, offered, taken, share(taken, offered)]),
    facts: [],
  };
}

/** Who cancelled. */
export async function cancellationsReport(db: Db, { scope, period }: Asked): Promise<Report> {
  const counts = (await countsBy(db, scope, period, 'all')).get('') ?? noCounts;
  const who = [
    ['citizen', counts.cancelledCitizen],
    ['office', counts.cancelledOffice],
    ['unconfirmed', counts.cancelledUnconfirmed],
    ['clearance', counts.cancelledClearance],
  ] as const;
  return {
    name: 'cancellations',
    columns: [
      { key: 'cancelledBy', kind: 'word' },
      { key: 'cancelled', kind: 'count' },
      { key: 'shareOfAppointments', kind: 'share' },
    ],
    rows: who.map(([by, count]) => [by, count, share(count, counts.appointments)]),
    facts: [
      { key: 'appointments', kind: 'count', value: counts.appointments },
      { key: 'cancelled', kind: 'count', value: cancelled(counts) },
    ],
  };
}

function byAppointments(
  [keyA, a]: readonly [string, { appointments: number; made: number }],
  [keyB, b]: readonly [string, { appointments: number; made: number }],
): number {
  return b.appointments - a.appointments || b.made - a.made || keyA.localeCompare(keyB);
}
