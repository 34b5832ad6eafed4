import { createHash } from 'node:crypto';

/** Whose clock a rule's hours are on, whose calendar its days. */
export type ReleaseClock = 'office' | 'rome';

/** `day` of the month from 1 to 28, or the `nth` weekday, 1 to 4, or -1 for the last. */
export type DayOfMonth = { readonly day: number } | { readonly nth: number; readonly weekday: number };

/**
 * When the days of a planner open. Hours are `HH:MM`; weekdays 1 Monday … 7 Sunday. Where `spreadMinutes` is not 0, the
 * moment is drawn anew each time within so many minutes after the hour, from a secret of the planner that is no part of it:
 * rules are told, copied and written down.
 */
export type ReleaseRule =
  /** On each of these weekdays everything up to the horizon opens: one more day each day, where none is left out. */
  | {
      readonly kind: 'rolling';
      readonly clock: ReleaseClock;
      readonly weekdays: readonly number[];
      readonly time: string;
      readonly spreadMinutes: number;
    }
  /** The same, with an hour of its own for each weekday. */
  | {
      readonly kind: 'weekly';
      readonly clock: ReleaseClock;
      readonly moments: readonly { readonly weekday: number; readonly time: string }[];
      readonly spreadMinutes: number;
    }
  /** Once a month; `months`: up to the end of so many months after, instead of the planner's days ahead. */
  | {
      readonly kind: 'monthly';
      readonly clock: ReleaseClock;
      readonly on: DayOfMonth;
      readonly time: string;
      readonly months: number | null;
      readonly spreadMinutes: number;
    }
  /** A day's seats, so many at a time, between two hours of the day on which they are due. */
  | {
      readonly kind: 'drip';
      readonly clock: ReleaseClock;
      readonly weekdays: readonly number[];
      readonly from: string;
      readonly until: string;
      readonly everyMinutes: number;
      readonly seats: number;
    }
  /** Nothing opens by itself. */
  | { readonly kind: 'by-hand' };

/** A moment at which seats open: when, and what people are told where it is drawn. */
export interface Moment {
  readonly date: Temporal.PlainDate;
  readonly at: Temporal.Instant;
  readonly told: { readonly from: Temporal.Instant; readonly by: Temporal.Instant } | null;
}

export const everyWeekday: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** The zone of a rule's hours and days. */
export function zoneOf(clock: ReleaseClock, office: string): string {
  return clock === 'rome' ? 'Europe/Rome' : office;
}

/** An hour of a day on a zone's clock: one that is skipped counts as the hour after it, of one that is repeated the first. */
export function instantOn(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** The moment at which a rule opens seats on a date of its calendar; undefined on days when nothing opens. */
export function momentOn(
  rule: Exclude<ReleaseRule, { kind: 'by-hand' }>,
  date: Temporal.PlainDate,
  { zone: office, releaseSecret = '' }: { readonly zone: string; readonly releaseSecret?: string },
): Moment | undefined {
  const time = timeOn(rule, date);
  if (time === undefined) return undefined;
  const from = instantOn(date, time, zoneOf(rule.clock, office));
  if (rule.kind === 'drip' || rule.spreadMinutes === 0) return { date, at: from, told: null };
  const drawn = drawnSeconds(releaseSecret, date, rule.spreadMinutes * 60);
  return {
    date,
    at: from.add({ seconds: drawn }),
    told: { from, by: from.add({ minutes: rule.spreadMinutes }) },
  };
}

function timeOn(rule: Exclude<ReleaseRule, { kind: 'by-hand' }>, date: Temporal.PlainDate): string | undefined {
  switch (rule.kind) {
    case 'rolling':
      return rule.weekdays.includes(date.dayOfWeek) ? rule.time : undefined;
    case 'drip':
      return rule.weekdays.includes(date.dayOfWeek) ? rule.from : undefined;
    case 'weekly':
      return rule.moments.find(({ weekday }) => weekday === date.dayOfWeek)?.time;
    case 'monthly':
      return isDayOfMonth(rule.on, date) ? rule.time : undefined;
  }
}

function isDayOfMonth(on: DayOfMonth, date: Temporal.PlainDate): boolean {
  if ('day' in on) return date.day === on.day;
  if (date.dayOfWeek !== on.weekday) return false;
  return on.nth === -1 ? date.day + 7 > date.daysInMonth : Math.ceil(date.day / 7) === on.nth;
}

/** The same seconds each time for the same day, and nothing to guess them from. */
function drawnSeconds(secret: string, date: Temporal.PlainDate, within: number): number {
  const hash = createHash('sha256').update(`${secret} ${date.toString()}`).digest();
  return hash.readUInt32BE(0) % within;
}
