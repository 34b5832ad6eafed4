import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { type Asker, atTheDesk, onTheSite } from '../quotas/quota.rules.ts';
import { roomsFor } from '../quotas/room.ts';
import { bookable, seatsOf, type WithPriority } from './bookable.ts';
import { nextOpening } from './next-opening.query.ts';
import { withinWindow } from './within-window.ts';
import { type FreeSlot, earliestSlots } from './free-slots.query.ts';
import { lastBookableDay, needsRuns, type ServingPlanner, servingPlanners } from './serving-planners.query.ts';

export interface FreeDay {
  readonly date: Temporal.PlainDate;
  /** appointments for one person that still fit */
  readonly free: number;
}

export interface FreeDays {
  /** the last day that may be booked now; null when nothing is published */
  readonly horizonEnd: Temporal.PlainDate | null;
  /** when the next seats open; null when none will within a month */
  readonly nextRelease: Temporal.Instant | null;
  /** where the moment is drawn: by when at the latest */
  readonly nextReleaseBy?: Temporal.Instant | undefined;
  /** days with free seats, in order; never beyond the horizon */
  readonly days: readonly FreeDay[];
}

/** The days on which an offering can be booked; by default of the whole horizon. */
export async function freeDays(
  db: Db | Tx,
  request: {
    offeringId: number;
    from?: Temporal.PlainDate | undefined;
    to?: Temporal.PlainDate | undefined;
    /** for an operator: without notice, and as far as the planners reach */
    atDesk?: boolean;
    /** with the seats kept for people with priority */
    withPriority?: WithPriority;
    /** for the quotas of planners; as a rule whoever comes by the site, or the desk */
    asker?: Asker | undefined;
    now: Temporal.Instant;
  },
): Promise<FreeDays> {
  const { offeringId, from, to, atDesk = false, withPriority = false, now } = request;
  const { asker = atDesk ? atTheDesk : onTheSite } = request;
  const { planners, durationMinutes, window } = await servingPlanners(db, offeringId);
  if (planners.length === 0) return { horizonEnd: null, nextRelease: null, days: [] };
  const horizonEnd = lastBookableDay(planners, atDesk ? { ...window, horizonDays: null } : window, now);
  const mayHaveKept = (id: number) => (typeof withPriority === 'boolean' ? withPriority : withPriority.includes(id));
  const isTold = ({ audience, plannerId }: ServingPlanner) =>
    atDesk || audience === 'everybody' || (audience === 'priority' && mayHaveKept(plannerId));
  const next = await nextOpening(db, { planners: planners.filter(isTold), window, now });
  const horizon = { horizonEnd, nextRelease: next?.from ?? null, ...(next?.by && { nextReleaseBy: next.by }) };
  if (needsRuns(planners, durationMinutes)) {
    const slots = await earliestSlots(db, { offeringId, from, to, atDesk, withPriority, asker, now, limit: 100_000 });
    return reaching(horizon, packed(slots));
  }
  const quoted = planners.filter(({ quotas }) => quotas).map(({ plannerId }) => plannerId);
  const hasQuotas = quoted.length > 0;
  const free = seatsOf('s', hasQuotas);
  const { rows } = await sql<FreeDay>`
    ${hasQuotas ? sql`WITH quota_left AS MATERIALIZED ${roomsFor({ asker, planners: quoted, from, to, now })}` : sql``}
    SELECT s.day AS date, sum(${free})::int AS free ${hasQuotas ? sql`, p.id, max(quota_left.day_room) AS "dayRoom"` : sql``}
    FROM planner p JOIN slot s ON s.planner_id = p.id ${hasQuotas ? sql`LEFT JOIN quota_left ON quota_left.slot_id = s.id` : sql``}
    WHERE p.id = ANY (${planners.map((planner) => planner.plannerId)}::int[]) AND ${bookable(now, atDesk, withPriority)}
      AND ${withinWindow(window, now, atDesk)}
      ${from ? sql`AND s.day >= ${from}::date` : sql``} ${to ? sql`AND s.day <= ${to}::date` : sql``}
      AND s.ends_at >= s.starts_at + make_interval(mins => ${durationMinutes ?? 0}::int)
      ${hasQuotas ? sql`AND ${free} > 0` : sql``}
    GROUP BY s.day ${hasQuotas ? sql`, p.id` : sql``} ORDER BY s.day`.execute(db);
  return reaching(horizon, hasQuotas ? summed(rows) : rows);
}

/** Of a planner's day no more than its quotas leave of the whole; then the planners together. */
function summed(rows: readonly (FreeDay & { dayRoom?: number | null })[]): FreeDay[] {
  const days = Map.groupBy(rows, ({ date }) => date.toString());
  return [...days.values()].flatMap((same) =>
    same.slice(0, 1).map(({ date }) => ({
      date,
      free: same.reduce((sum, { free, dayRoom }) => sum + Math.min(free, dayRoom ?? free), 0),
    })),
  );
}

/** What stayed open from before, or was opened apart from the rule, may be further ahead than the rule reaches. */
function reaching(horizon: Omit<FreeDays, 'days'>, days: readonly FreeDay[]): FreeDays {
  const { horizonEnd } = horizon;
  const last = days.at(-1)?.date;
  const further = last && (horizonEnd === null || Temporal.PlainDate.compare(last, horizonEnd) > 0);
  return { ...horizon, horizonEnd: further ? last : horizonEnd, days };
}

/**
 * How many appointments of several slots fit into each day: runs overlap, so their seats cannot be added up. Taking the
 * earliest run first fits in as many as can be.
 */
function packed(starts: readonly FreeSlot[]): FreeDay[] {
  const left = new Map<string, number>();
  for (const { slotIds, seats } of starts) slotIds.forEach((id, index) => left.set(id, seats[index] ?? 0));
  const days = new Map<string, number>();
  for (const { day, slotIds } of starts) {
    const fits = Math.min(...slotIds.map((id) => left.get(id) ?? 0));
    for (const id of slotIds) left.set(id, (left.get(id) ?? 0) - fits);
    days.set(day.toString(), (days.get(day.toString()) ?? 0) + fits);
  }
  return [...days].map(([date, free]) => ({ date: Temporal.PlainDate.from(date), free }));
}
