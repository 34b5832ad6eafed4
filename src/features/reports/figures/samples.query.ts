import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { stepOf } from './counts.query.ts';
import type { Grain, Period } from './period.rules.ts';
import type { Scope } from './scope.query.ts';

/** Looks at the first free date: how many, how many found none, and the mean of the days the others found. */
export interface Samples {
  readonly samples: number;
  readonly without: number;
  readonly mean: number | null;
}

export async function samplesOf(db: Db, scope: Scope, period: Period): Promise<Samples> {
  const { rows } = await sql<Samples>`
    SELECT coalesce(sum(samples), 0)::int AS samples, coalesce(sum(without), 0)::int AS without, ${mean} AS mean
    ${inPeriod(scope, period)}`.execute(db);
  return rows[0] ?? { samples: 0, without: 0, mean: null };
}

export interface SamplesOfDay {
  readonly step: string;
  readonly service: string;
  readonly at9: number | null;
  readonly at12: number | null;
  readonly at16: number | null;
  readonly mean: number | null;
  readonly without: number;
}

/** The samples of each day, week or month, by service and hour. */
export async function samplesBy(db: Db, scope: Scope, period: Period, grain: Grain): Promise<SamplesOfDay[]> {
  const at = (hour: 9 | 12 | 16) => sql`(sum(days) FILTER (WHERE hour = ${sql.lit(hour)})::float8
    / nullif(sum(samples - without) FILTER (WHERE hour = ${sql.lit(hour)}), 0))`;
  const { rows } = await sql<SamplesOfDay>`
    SELECT ${stepOf(grain)} AS step, service_code AS service, ${at(9)} AS at9, ${at(12)} AS at12, ${at(16)} AS at16,
           ${mean} AS mean, sum(without)::int AS without
    ${inPeriod(scope, period)} GROUP BY 1, 2 ORDER BY 1, 2`.execute(db);
  return rows;
}

const mean = sql`(sum(days)::float8 / nullif(sum(samples - without), 0))`;

function inPeriod(scope: Scope, period: Period) {
  return sql`FROM report_sample
    WHERE place_id = ANY (${scope.placeIds}::int[]) AND day BETWEEN ${period.from} AND ${period.to}
      AND (${scope.service}::text IS NULL OR service_code = ${scope.service})`;
}
