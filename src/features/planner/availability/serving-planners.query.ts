import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { type Horizon, horizonEnd, notPlanned, openingOf, opensAt, planThrough } from '../slots/horizon.rules.ts';
import { batchesOfPlanner, closuresOfPlanner, extrasOfPlanner } from '../plan.query.ts';
import { type ClosedTime, type ExtraOpening, type OpeningRule, slotsOf } from '../rules.ts';
import type { Quota } from '../quotas/quota.rules.ts';
import type { Audience } from '../editing/settings.rules.ts';
import type { Moment } from '../releases/release-rule.rules.ts';
import { type BookingWindow, earlierDay, entersWindow, windowDays } from './window.rules.ts';

/** A published planner that serves an offering. */
export interface ServingPlanner extends Horizon {
  readonly plannerId: number;
  readonly publishedRules: readonly OpeningRule[] | null;
  readonly publishedThrough: Temporal.PlainDate | null;
  readonly audience: Audience;
  readonly quotas?: readonly Quota[] | null;
  readonly closures: readonly ClosedTime[];
  readonly extras: readonly ExtraOpening[];
}

const unbounded: BookingWindow = { zone: 'UTC', horizonFromDays: 0, horizonDays: null, noticeMinutes: null };

/** The published planners of an offering that is switched on, with the length of its appointments and its own window. */
export async function servingPlanners(
  db: Db | Tx,
  offeringId: number,
): Promise<{ planners: readonly ServingPlanner[]; durationMinutes: number | null; window: BookingWindow }> {
  const { rows } = await sql<ServingPlanner & { durationMinutes: number | null; window: Omit<BookingWindow, 'zone'> }>`
    SELECT p.id AS "plannerId", of.time_zone AS zone, p.horizon_days AS "horizonDays", p.release_time::text AS "releaseTime",
           p.release_rule AS "releaseRule", p.release_secret AS "releaseSecret", ${batchesOfPlanner} AS batches,
           p.published_rules AS "publishedRules", p.published_through AS "publishedThrough", p.audience, p.quotas, o.duration_minutes AS "durationMinutes",
           jsonb_build_object('horizonFromDays', o.horizon_from_days, 'horizonDays', o.horizon_days, 'noticeMinutes', o.notice_minutes) AS window,
           ${closuresOfPlanner} AS closures, ${extrasOfPlanner} AS extras
    FROM offering o
    JOIN planner_offering po ON po.offering_id = o.id
    JOIN planner p ON p.id = po.planner_id
    JOIN office of ON of.id = o.office_id
    WHERE o.id = ${offeringId} AND o.active AND p.published
    ORDER BY p.id`.execute(db);
  const [first] = rows;
  const window = first ? { ...first.window, zone: first.zone } : unbounded;
  return { planners: rows, durationMinutes: first?.durationMinutes ?? null, window };
}

/** Whether appointments may need several slots in a row: some rule or extra opening makes slots shorter than they are. */
export function needsRuns(planners: readonly ServingPlanner[], durationMinutes: number | null): boolean {
  if (durationMinutes === null) return false;
  return planners.some(
    ({ publishedRules, extras }) =>
      publishedRules === null || [...publishedRules, ...extras].some(({ minutes }) => minutes < durationMinutes),
  );
}

/** The last day the offering may be booked on at this instant; null when no planner serves it. */
export function lastBookableDay(
  planners: readonly Horizon[],
  window: BookingWindow,
  now: Temporal.Instant,
): Temporal.PlainDate | null {
  const furthest = furthestHorizon(planners, now);
  return furthest && earlierDay(furthest, windowDays(window, now).last);
}

/** The last day any of the planners offers at this instant; null when there is none. */
function furthestHorizon(planners: readonly Horizon[], now: Temporal.Instant): Temporal.PlainDate | null {
  return planners
    .map((planner) => horizonEnd(planner, now))
    .reduce<Temporal.PlainDate | null>((a, b) => (a !== null && Temporal.PlainDate.compare(a, b) >= 0 ? a : b), null);
}

export interface ComingDay {
  readonly day: Temporal.PlainDate;
  readonly opensAt: Temporal.Instant;
  /** where the moment is drawn, between when and when: people are told this alone */
  readonly told: Moment['told'];
  readonly seats: number;
}

/**
 * The next days of a planner on which its office works and that are not open yet, within a month: a day opens when both
 * the planner and the offering's own window have reached it.
 */
export function comingDays(
  planner: Omit<ServingPlanner, 'audience'>,
  window: BookingWindow,
  now: Temporal.Instant,
  count: number,
): ComingDay[] {
  const { publishedRules: rules, closures, extras, zone } = planner;
  const days: ComingDay[] = [];
  if (rules === null) return days;
  const byRule = earlierDay(horizonEnd({ ...planner, batches: [] }, now), windowDays(window, now).last);
  // Where the horizon got shorter, those days are open, or are found among the slots.
  const end = planner.publishedThrough && reachedFurther(planner, now) ? planner.publishedThrough : byRule;
  for (let ahead = 1; ahead <= 31 && days.length < count; ahead += 1) {
    const day = end.add({ days: ahead });
    const seats = slotsOf({ zone, rules, closures, extras, from: day, to: day }).reduce(
      (sum, slot) => sum + slot.capacity,
      0,
    );
    const opens = opensFor(day, planner, window);
    const isReached = Temporal.PlainDate.compare(day, windowDays(window, opens).first) >= 0;
    if (seats === 0 || !isReached || Temporal.Instant.compare(opens, notPlanned) >= 0) continue;
    const opening = openingOf(day, planner);
    days.push({ day, opensAt: opens, told: opening?.at.equals(opens) ? opening.told : null, seats });
  }
  return days;
}

/** Whether a planner's slots go further than its rule would make them: its horizon got shorter, and what was open stays so. */
export function reachedFurther(planner: Omit<ServingPlanner, 'audience'>, now: Temporal.Instant): boolean {
  const { publishedThrough } = planner;
  return publishedThrough !== null && Temporal.PlainDate.compare(publishedThrough, planThrough(planner, now)) > 0;
}

/** When a day of a planner opens for the offering. */
export function opensFor(day: Temporal.PlainDate, planner: Horizon, window: BookingWindow): Temporal.Instant {
  const [opens, enters] = [opensAt(day, planner), entersWindow(window, day)];
  return enters !== null && Temporal.Instant.compare(enters, opens) > 0 ? enters : opens;
}
