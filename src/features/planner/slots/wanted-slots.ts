import { sql } from 'kysely';
import { dripOpenings } from '../releases/drip.rules.ts';
import { type Horizon, openingOf, notPlanned, ruleOf } from './horizon.rules.ts';
import type { PlannedSlot } from '../rules.ts';

/** Slots to make, as arrays: one statement writes thousands of them. */
export interface WantedSlots {
  /** seconds since 1970 */
  readonly starts: readonly number[];
  readonly minutes: readonly number[];
  readonly days: readonly string[];
  readonly opens: readonly number[];
  readonly desks: readonly number[];
}

/** Where a drip stands: when slots that exist open, by their start, and from when on others may. Seconds since 1970. */
export interface Queue {
  readonly opens: ReadonlyMap<number, number>;
  readonly since: number;
}

/** The slots that start after an instant, with the instants at which they open. */
export function wantedSlots(
  slots: readonly PlannedSlot[],
  horizon: Horizon,
  after: Temporal.Instant,
  queue: Queue = { opens: new Map(), since: 0 },
): WantedSlots {
  const since = after.epochMilliseconds / 1000;
  const coming = slots.filter((slot) => slot.starts > since);
  return {
    starts: coming.map((slot) => slot.starts),
    minutes: coming.map((slot) => (slot.ends - slot.starts) / 60),
    days: coming.map((slot) => slot.day),
    opens: openings(coming, horizon, queue),
    desks: coming.map((slot) => slot.capacity),
  };
}

function openings(slots: readonly PlannedSlot[], horizon: Horizon, queue: Queue): number[] {
  const never = secondsOf(notPlanned);
  const days = new Map<string, ReturnType<typeof openingOf>>();
  for (const { day } of slots) {
    if (!days.has(day)) days.set(day, openingOf(Temporal.PlainDate.from(day), horizon));
  }
  const rule = ruleOf(horizon);
  if (rule.kind !== 'drip') {
    return slots.map(({ day }) => {
      const opening = days.get(day);
      return opening ? secondsOf(opening.at) : never;
    });
  }
  const waiting = slots.map(({ day, capacity, starts }) => ({
    seats: capacity,
    due: days.get(day)?.date ?? Temporal.PlainDate.from(day),
    fixed: queue.opens.get(starts),
  }));
  return dripOpenings(waiting, rule, horizon.zone, queue.since).map((at) => Math.min(at, never));
}

function secondsOf(instant: Temporal.Instant): number {
  return Math.ceil(instant.epochMilliseconds / 1000);
}

/** The wanted slots as rows: starts_at, ends_at, day, opens_at, planned. */
export function wantedRows(wanted: WantedSlots) {
  return sql`(
    SELECT to_timestamp(u.s) AS starts_at, to_timestamp(u.s) + make_interval(mins => u.m) AS ends_at, u.d AS day,
           to_timestamp(u.o) AS opens_at, u.n AS planned
    FROM unnest(${wanted.starts}::bigint[], ${wanted.minutes}::int[], ${wanted.days}::date[], ${wanted.opens}::bigint[],
                ${wanted.desks}::int[]) AS u(s, m, d, o, n))`;
}
