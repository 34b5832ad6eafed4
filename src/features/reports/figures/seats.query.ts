import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { stepOf } from './counts.query.ts';
import type { Grain, Period } from './period.rules.ts';
import type { Scope } from './scope.query.ts';

export interface Seats {
  readonly offered: number;
  readonly taken: number;
}

export const noSeats: Seats = { offered: 0, taken: 0 };

/** Seats of a period by hour, by weekday and hour (`1 9`), by the first day of each day, week or month; or all under ''. */
export async function seatsBy(
  db: Db,
  scope: Scope,
  period: Period,
  by: 'all' | 'hour' | 'weekday-hour' | Grain,
): Promise<Map<string, Seats>> {
  const key =
    by === 'all'
      ? sql`''`
      : by === 'hour'
        ? sql`hour::text`
        : by === 'weekday-hour'
          ? sql`extract(isodow FROM day)::text || ' ' || hour`
          : stepOf(by);
  const { rows } = await sql<Seats & { key: string }>`
    SELECT ${key} AS key, sum(offered)::int AS offered, sum(taken)::int AS taken FROM report_seats
    WHERE place_id = ANY (${scope.placeIds}::int[]) AND day BETWEEN ${period.from} AND ${period.to}
      AND (${scope.service}::text IS NULL OR services @> ARRAY[${scope.service}::text])
    GROUP BY 1 ORDER BY 1`.execute(db);
  return new Map(rows.map(({ key: name, ...seats }) => [name, seats]));
}

export interface HourCounts {
  readonly appointments: number;
  readonly served: number;
  readonly absent: number;
}

/** Appointments of a period by the hour they begin. */
export async function hoursOf(db: Db, scope: Scope, period: Period): Promise<Map<string, HourCounts>> {
  const { rows } = await sql<HourCounts & { hour: string }>`
    SELECT hour::text AS hour, sum(appointments)::int AS appointments, sum(served)::int AS served, sum(absent)::int AS absent
    FROM report_hour
    WHERE place_id = ANY (${scope.placeIds}::int[]) AND day BETWEEN ${period.from} AND ${period.to}
      AND (${scope.service}::text IS NULL OR service_code = ${scope.service})
    GROUP BY 1`.execute(db);
  return new Map(rows.map(({ hour, ...counts }) => [hour, counts]));
}
