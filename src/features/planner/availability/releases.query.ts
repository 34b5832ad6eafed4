import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { ruleOf } from '../slots/horizon.rules.ts';
import { comingDays, type ServingPlanner, servingPlanners } from './serving-planners.query.ts';
import { type BookingWindow, entersWindow } from './window.rules.ts';

/** A moment at which seats become bookable, as people are told of it. */
export interface Release {
  /** its name in the API */
  readonly id: string;
  readonly kind: 'rolling' | 'batch' | 'manual' | 'drip' | 'returned';
  readonly opensAt: Temporal.Instant;
  /** of a moment that is drawn, by when; of a drip, when the last seats open; otherwise null */
  readonly opensBy: Temporal.Instant | null;
  /** days of the appointments */
  readonly day: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly seats: number;
  readonly soldOutAt: Temporal.Instant | null;
}

/** How long ago a release may be to be told, and how many are told ahead. */
const toldHours = 24 * 30;
const ahead = 7;

/** The releases of an offering: those of the last month and the next ones, in order. */
export async function offeringReleases(
  db: Db | Tx,
  request: { offeringId: number; now: Temporal.Instant },
): Promise<Release[]> {
  const { offeringId, now } = request;
  const { planners: all, window } = await servingPlanners(db, offeringId);
  // What is kept for some opens to them alone.
  const planners = all.filter(({ audience }) => audience === 'everybody');
  const noted = await notedReleases(db, { plannerIds: planners.map(({ plannerId }) => plannerId), now });
  const known = noted.map((release) => entering(release, window));
  const codes = new Set(known.map(({ id }) => id));
  const coming = planners
    .flatMap((planner) => comingOfRule(planner, window, now))
    .filter(
      ({ id, opensAt, kind }) =>
        !codes.has(id) && !known.some((one) => one.kind === kind && one.opensAt.equals(opensAt)),
    );
  return [...known, ...coming].sort((a, b) => Temporal.Instant.compare(a.opensAt, b.opensAt) || (a.id < b.id ? -1 : 1));
}

/** The releases of planners that are written down: of the last month and to come, in order. */
export async function notedReleases(
  db: Db | Tx,
  request: { plannerIds: readonly number[]; now: Temporal.Instant },
): Promise<(Release & { rowId: string; plannerId: number; byHand: boolean; drawn: Temporal.Instant })[]> {
  const { plannerIds, now } = request;
  const { rows } = await sql<Release & { rowId: string; plannerId: number; byHand: boolean; drawn: Temporal.Instant }>`
    SELECT r.code AS id, r.id AS "rowId", r.planner_id AS "plannerId", r.kind, coalesce(r.told_from, r.opens_at) AS "opensAt",
           coalesce(r.told_by, CASE WHEN r.kind = 'drip' THEN r.last_opens_at END) AS "opensBy", r.opens_at AS drawn,
           r.first_day AS day, r.last_day AS "lastDay", r.seats, r.sold_out_at AS "soldOutAt", r.created_by IS NOT NULL AS "byHand"
    FROM release r
    WHERE r.planner_id = ANY (${plannerIds}::int[]) AND r.cancelled_at IS NULL AND r.seats > 0
      AND r.last_opens_at > ${now.subtract({ hours: toldHours })}
    ORDER BY r.opens_at, r.id LIMIT 400`.execute(db);
  return rows;
}

/** What the rule opens next, beyond what is written down: as the planner's hours stand. */
export function comingOfRule(
  planner: Omit<ServingPlanner, 'audience'>,
  window: BookingWindow,
  now: Temporal.Instant,
): Release[] {
  const { plannerId } = planner;
  const kind = ruleOf(planner).kind === 'drip' ? 'drip' : 'rolling';
  const days = comingDays(planner, window, now, 100);
  const byMoment = [...Map.groupBy(days, ({ opensAt }) => opensAt.toString()).values()].slice(0, ahead);
  return byMoment.flatMap((opened) => {
    const [first] = opened;
    if (first === undefined) return [];
    const name = kind === 'drip' ? first.opensAt.toZonedDateTimeISO(planner.zone).toPlainDate() : first.day;
    return [
      {
        id: `${kind}-${plannerId}-${name.toString()}`,
        kind,
        opensAt: first.told?.from ?? first.opensAt,
        opensBy: first.told?.by ?? null,
        day: first.day,
        lastDay: opened.at(-1)?.day ?? first.day,
        seats: opened.reduce((sum, { seats }) => sum + seats, 0),
        soldOutAt: null,
      } as const,
    ];
  });
}

/** A service with a window of its own opens a day no earlier than the window reaches it. */
function entering(release: Release, window: BookingWindow): Release {
  const enters = entersWindow(window, release.day);
  return enters && Temporal.Instant.compare(enters, release.opensAt) > 0 ? { ...release, opensAt: enters } : release;
}
