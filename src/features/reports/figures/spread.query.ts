import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { stepOf } from './counts.query.ts';
import type { Grain, Period } from './period.rules.ts';
import type { Scope } from './scope.query.ts';
import { noSpread, type Spread } from './spread.rules.ts';

export type SpreadFigure =
  | 'lead-days'
  | 'sell-out-minutes'
  | 'not-sold-out'
  | 'clearance-open-days'
  | 'clearance-granted-days'
  | 'clearance-refused-days'
  | 'waiting-days';

/** One figure over a whole period. */
export async function spreadOf(db: Db, scope: Scope, period: Period, figure: SpreadFigure): Promise<Spread> {
  const spreads = await merged(db, scope, period, figure, sql`''`);
  return spreads.get('') ?? noSpread;
}

/** One figure by the first day of each day, week or month. */
export function spreadsBy(
  db: Db,
  scope: Scope,
  period: Period,
  { figure, grain }: { figure: SpreadFigure; grain: Grain },
): Promise<Map<string, Spread>> {
  return merged(db, scope, period, figure, stepOf(grain));
}

/**
 * What was open at the last look of each day, week or month. Looks at what is open are not added up over days: the same
 * people wait on the next.
 */
export function lastLooks(
  db: Db,
  scope: Scope,
  period: Period,
  { figure, grain }: { figure: 'clearance-open-days' | 'waiting-days'; grain: Grain },
): Promise<Map<string, Spread>> {
  const last = sql`day IN (SELECT max(day) FROM report_sample
    WHERE place_id = ANY (${scope.placeIds}::int[]) AND day BETWEEN ${period.from} AND ${period.to} GROUP BY ${stepOf(grain)})`;
  return merged(db, scope, period, figure, stepOf(grain), last);
}

/** The days, weeks or months of which there is a look at all: with nothing open, rather than unknown. */
export async function looks(db: Db, scope: Scope, period: Period, grain: Grain): Promise<Set<string>> {
  const { rows } = await sql<{ step: string }>`
    SELECT DISTINCT ${stepOf(grain)} AS step FROM report_sample
    WHERE place_id = ANY (${scope.placeIds}::int[]) AND day BETWEEN ${period.from} AND ${period.to}`.execute(db);
  return new Set(rows.map(({ step }) => step));
}

async function merged(
  db: Db,
  scope: Scope,
  period: Period,
  figure: SpreadFigure,
  key: ReturnType<typeof stepOf>,
  only = sql`true`,
): Promise<Map<string, Spread>> {
  // Releases are a planner's, which may be of several services.
  const service = figure === 'sell-out-minutes' || figure === 'not-sold-out' ? null : scope.service;
  const { rows } = await sql<{ key: string; amounts: number[]; counts: number[] }>`
    SELECT key, array_agg(amount ORDER BY amount) AS amounts, array_agg(times ORDER BY amount) AS counts
    FROM (SELECT ${key} AS key, pair.amount, sum(pair.times)::int AS times
          FROM report_spread, unnest(amounts, counts) AS pair (amount, times)
          WHERE place_id = ANY (${scope.placeIds}::int[]) AND day BETWEEN ${period.from} AND ${period.to} AND figure = ${figure}
            AND (${service}::text IS NULL OR service_code = ${service}) AND ${only}
          GROUP BY 1, 2) AS often
    GROUP BY key`.execute(db);
  return new Map(rows.map(({ key: name, ...spread }) => [name, spread]));
}
