import type { MoveRule } from '#features/planner/index.ts';

/** A start on an office's calendar, as numbers: thousands of them are compared for each of hundreds of bookings. */
export interface WallTime {
  /** days since 1970 */
  readonly day: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** 1 Monday … 7 Sunday */
  readonly weekday: number;
  /** of the day */
  readonly minute: number;
}

export function wallTime(instant: Temporal.Instant, zone: string): WallTime {
  const there = instant.toZonedDateTimeISO(zone);
  const date = there.toPlainDate().toString();
  const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  return { day, date, weekday: there.dayOfWeek, minute: there.hour * 60 + there.minute };
}

const noon = 12 * 60;
const minutesOf = { dayLater: 120, dayEarlier: 240 };

/**
 * How far a seat is from the one to be left, in minutes of inconvenience: a day later counts as much as two hours of
 * the day, a day earlier as four, since people have arranged themselves for later.
 */
export function inconvenience(seat: WallTime, old: WallTime): number {
  const days = seat.day - old.day;
  const hours = Math.abs(seat.minute - old.minute);
  return days >= 0 ? days * minutesOf.dayLater + hours : -days * minutesOf.dayEarlier + hours;
}

/** Whether the office's rule allows a seat for somebody who leaves another; how many are free that day is asked apart. */
export function isAllowed(seat: WallTime & { readonly isWorkday: boolean }, old: WallTime, rule: MoveRule): boolean {
  if (rule.order === 'same-weekday' && seat.weekday !== old.weekday) return false;
  if (rule.withinDays !== null && Math.abs(seat.day - old.day) > rule.withinDays) return false;
  if (rule.sameHalf && seat.minute < noon !== old.minute < noon) return false;
  return !rule.workingDays || seat.isWorkday;
}

/** What a seat costs by the rule: the cheapest is offered. */
export function cost(seat: WallTime, old: WallTime, rule: MoveRule): number {
  return rule.order === 'earliest' ? seat.day * 1440 + seat.minute : inconvenience(seat, old);
}
