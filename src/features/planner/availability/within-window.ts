import { type RawBuilder, sql } from 'kysely';
import { type BookingWindow, earliestStart, narrows, windowDays } from './window.rules.ts';

/** That a slot `s` lies within an offering's own horizon and notice, which do not bind the desk. */
export function withinWindow(window: BookingWindow, now: Temporal.Instant, atDesk = false): RawBuilder<boolean> {
  if (atDesk || !narrows(window)) return sql<boolean>`true`;
  const { first, last } = windowDays(window, now);
  return sql<boolean>`(s.day >= ${first}::date ${last === null ? sql`` : sql`AND s.day <= ${last}::date`}
    AND s.starts_at >= ${earliestStart(window, now)}::timestamptz)`;
}

/** The first day that an offering `o` of an office `of` may be booked on; `horizon_days` later is the last. */
export function firstDay(now: Temporal.Instant): RawBuilder<Temporal.PlainDate> {
  return sql`((${now}::timestamptz AT TIME ZONE of.time_zone)::date + o.horizon_from_days)`;
}
