import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { horizonEnd } from '../slots/horizon.rules.ts';
import { comingDays, opensFor, type ServingPlanner, servingPlanners } from './serving-planners.query.ts';
import { type BookingWindow, earlierDay, windowDays } from './window.rules.ts';

/** The moment the seats of a day become bookable. */
export interface RollingRelease {
  readonly id: string;
  readonly opensAt: Temporal.Instant;
  readonly day: Temporal.PlainDate;
  readonly seats: number;
}

/** How many days back and ahead are told. */
const days = 7;

/** The releases of an offering's rolling horizons: those of the last days and the next ones, in order. */
export async function rollingReleases(
  db: Db | Tx,
  request: { offeringId: number; now: Temporal.Instant },
): Promise<RollingRelease[]> {
  const { offeringId, now } = request;
  const { planners, window } = await servingPlanners(db, offeringId);
  const found = await Promise.all(planners.map((planner) => releasesOf(db, planner, window, now)));
  return found.flat().sort((a, b) => Temporal.Instant.compare(a.opensAt, b.opensAt) || (a.id < b.id ? -1 : 1));
}

async function releasesOf(
  db: Db | Tx,
  planner: ServingPlanner,
  window: BookingWindow,
  now: Temporal.Instant,
): Promise<RollingRelease[]> {
  const { plannerId, zone } = planner;
  const last = earlierDay(horizonEnd(planner, now), windowDays(window, now).last);
  const first = last.subtract({ days: days - 1 });
  const { rows } = await sql<{ day: Temporal.PlainDate; seats: number }>`
    SELECT day, sum(planned)::int AS seats FROM slot
    WHERE planner_id = ${plannerId} AND starts_at >= ${first.toZonedDateTime(zone).toInstant()} AND day BETWEEN ${first} AND ${last}
    GROUP BY day HAVING sum(planned) > 0`.execute(db);
  const past = rows.map((row) => ({ ...row, opensAt: opensFor(row.day, planner, window) }));
  return [...past, ...comingDays(planner, window, now, days)].map((release) => ({
    ...release,
    id: `rolling-${plannerId}-${release.day.toString()}`,
  }));
}
