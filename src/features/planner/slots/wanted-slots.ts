import { sql } from 'kysely';
import { type Horizon, opensAt } from './horizon.rules.ts';
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

/** The slots that start after an instant, with the instants at which their days open. */
export function wantedSlots(slots: readonly PlannedSlot[], horizon: Horizon, after: Temporal.Instant): WantedSlots {
  const since = after.epochMilliseconds / 1000;
  const coming = slots.filter((slot) => slot.starts > since);
  const opens = new Map<string, number>();
  for (const { day } of coming) {
    if (!opens.has(day)) opens.set(day, opensAt(Temporal.PlainDate.from(day), horizon).epochMilliseconds / 1000);
  }
  return {
    starts: coming.map((slot) => slot.starts),
    minutes: coming.map((slot) => (slot.ends - slot.starts) / 60),
    days: coming.map((slot) => slot.day),
    opens: coming.map((slot) => opens.get(slot.day) ?? 0),
    desks: coming.map((slot) => slot.capacity),
  };
}

/** The wanted slots as rows: starts_at, ends_at, day, opens_at, planned. */
export function wantedRows(wanted: WantedSlots) {
  return sql`(
    SELECT to_timestamp(u.s) AS starts_at, to_timestamp(u.s) + make_interval(mins => u.m) AS ends_at, u.d AS day,
           to_timestamp(u.o) AS opens_at, u.n AS planned
    FROM unnest(${wanted.starts}::bigint[], ${wanted.minutes}::int[], ${wanted.days}::date[], ${wanted.opens}::bigint[],
                ${wanted.desks}::int[]) AS u(s, m, d, o, n))`;
}
