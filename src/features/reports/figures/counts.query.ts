import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Grain, Period } from './period.rules.ts';
import type { Scope } from './scope.query.ts';

/** Counts of appointments; what each means stands in `definitions.text.ts`. */
export interface Counts {
  readonly made: number;
  readonly appointments: number;
  readonly people: number;
  readonly confirmed: number;
  readonly cancelledCitizen: number;
  readonly cancelledOffice: number;
  readonly cancelledUnconfirmed: number;
  readonly cancelledClearance: number;
  readonly served: number;
  readonly absent: number;
}

export const noCounts: Counts = {
  made: 0,
  appointments: 0,
  people: 0,
  confirmed: 0,
  cancelledCitizen: 0,
  cancelledOffice: 0,
  cancelledUnconfirmed: 0,
  cancelledClearance: 0,
  served: 0,
  absent: 0,
};

/** All appointments that were cancelled, by whomever. */
export function cancelled(counts: Counts): number {
  const { cancelledCitizen, cancelledOffice, cancelledUnconfirmed, cancelledClearance } = counts;
  return cancelledCitizen + cancelledOffice + cancelledUnconfirmed + cancelledClearance;
}

export type CountKey = 'all' | 'service' | 'channel' | Grain;

/** Counts of a period by service, by channel, by the first day of each day, week or month; or all together under ''. */
export async function countsBy(db: Db, scope: Scope, period: Period, by: CountKey): Promise<Map<string, Counts>> {
  const { rows } = await sql<Counts & { key: string }>`
    SELECT ${keyOf(by)} AS key, sum(made)::int AS made, sum(appointments)::int AS appointments, sum(people)::int AS people,
           sum(confirmed)::int AS confirmed, sum(cancelled_citizen)::int AS "cancelledCitizen",
           sum(cancelled_office)::int AS "cancelledOffice", sum(cancelled_unconfirmed)::int AS "cancelledUnconfirmed",
           sum(cancelled_clearance)::int AS "cancelledClearance", sum(served)::int AS served, sum(absent)::int AS absent
    FROM report_day
    WHERE place_id = ANY (${scope.placeIds}::int[]) AND day BETWEEN ${period.from} AND ${period.to}
      AND (${scope.service}::text IS NULL OR service_code = ${scope.service})
    GROUP BY 1 ORDER BY 1`.execute(db);
  return new Map(rows.map(({ key, ...counts }) => [key, counts]));
}

function keyOf(by: CountKey) {
  if (by === 'all') return sql`''`;
  if (by === 'service') return sql`service_code`;
  return by === 'channel' ? sql`channel` : stepOf(by);
}

/** The first day of the day, week or month a row belongs to, as text. */
export function stepOf(grain: Grain) {
  return sql`date_trunc(${sql.lit(grain)}, day)::date::text`;
}
