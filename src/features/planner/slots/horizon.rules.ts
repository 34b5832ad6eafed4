import { everyWeekday, type Moment, momentOn, type ReleaseRule, zoneOf } from '../releases/release-rule.rules.ts';

/** How far ahead a planner's days open, and when. */
export interface Horizon {
  readonly zone: string;
  readonly horizonDays: number;
  /** `HH:MM` or `HH:MM:SS`, of the office's clock: when a day opens where there is no rule */
  readonly releaseTime: string;
  /** null or absent: one more day opens every day, at the release time */
  readonly releaseRule?: ReleaseRule | null;
  /** what moments that are drawn are drawn from; told to nobody, nor needed by whoever only puts a rule into words */
  readonly releaseSecret?: string;
  /** what the office opens apart from the rule */
  readonly batches?: readonly Batch[];
}

/** Seats opened, or to be opened, apart from the rule. */
export interface Batch {
  /** seconds since 1970 */
  readonly opens: number;
  readonly kind: 'batch' | 'manual' | 'drip';
  readonly firstDay: string;
  readonly lastDay: string;
  readonly seats: number;
}

/** Days for which slots are made before they open, so that a release needs no job at its instant. */
export const marginDays = 2;

/** When days open that only the office opens: never, until it does. */
export const notPlanned = Temporal.Instant.from('9999-01-01T00:00:00Z');

/** No rule leaves a longer gap: a month, and the days around it. */
const longestGap = 64;

/** The rule of a planner; by default one more day every day, on the office's clock. */
export function ruleOf(horizon: Horizon): ReleaseRule {
  if (horizon.releaseRule) return horizon.releaseRule;
  const { releaseTime: time } = horizon;
  return { kind: 'rolling', clock: 'office', weekdays: everyWeekday, time, spreadMinutes: 0 };
}

/**
 * When a day opens for booking: at the first moment of the rule from which the day is no further ahead than the horizon.
 * Of a drip, when its first seats open.
 */
export function opensAt(day: Temporal.PlainDate, horizon: Horizon): Temporal.Instant {
  return openingOf(day, horizon)?.at ?? notPlanned;
}

/** The moment that opens a day; undefined where only the office does. */
export function openingOf(day: Temporal.PlainDate, horizon: Horizon): Moment | undefined {
  const rule = ruleOf(horizon);
  if (rule.kind === 'by-hand') return undefined;
  const first =
    rule.kind === 'monthly' && rule.months !== null
      ? day.with({ day: 1 }).subtract({ months: rule.months })
      : day.subtract({ days: horizon.horizonDays });
  return nextMoment(rule, first, horizon);
}

/** The last day that may be booked at this instant. */
export function horizonEnd(horizon: Horizon, now: Temporal.Instant): Temporal.PlainDate {
  const rule = ruleOf(horizon);
  const today = now.toZonedDateTimeISO(horizon.zone).toPlainDate();
  const byRule =
    rule.kind === 'by-hand' ? today : reachFrom(lastMoment(rule, horizon, now)?.date ?? today, rule, horizon);
  const opened = horizon.batches?.filter(({ opens }) => opens * 1000 <= now.epochMilliseconds) ?? [];
  return opened.reduce((last, { lastDay }) => later(last, Temporal.PlainDate.from(lastDay)), byRule);
}

/** When the day after the horizon opens, whether or not the office works on it. */
export function nextRelease(horizon: Horizon, now: Temporal.Instant): Temporal.Instant {
  return opensAt(horizonEnd({ ...horizon, batches: [] }, now).add({ days: 1 }), horizon);
}

/**
 * The last day for which slots are made at this instant: all that the next release opens, whenever it is, and all that the
 * office means to open.
 */
export function planThrough(horizon: Horizon, now: Temporal.Instant): Temporal.PlainDate {
  const rule = ruleOf(horizon);
  const today = now.toZonedDateTimeISO(horizon.zone).toPlainDate();
  const soon = today.add({ days: marginDays });
  const next = rule.kind === 'by-hand' ? undefined : nextMoment(rule, today.add({ days: 1 }), horizon)?.date;
  const byRule = reachFrom(next ? later(soon, next) : soon, rule, horizon);
  return (horizon.batches ?? []).reduce((last, { lastDay }) => later(last, Temporal.PlainDate.from(lastDay)), byRule);
}

/** The last day for which slots are made, those of a planner that opened more days before included: they stay open. */
export function madeThrough(
  plan: Horizon & { readonly publishedThrough: Temporal.PlainDate | null },
  now: Temporal.Instant,
): Temporal.PlainDate {
  const through = planThrough(plan, now);
  return plan.publishedThrough === null ? through : later(through, plan.publishedThrough);
}

/** The first moment of a rule on a date or after it. */
export function nextMoment(
  rule: Exclude<ReleaseRule, { kind: 'by-hand' }>,
  from: Temporal.PlainDate,
  horizon: Horizon,
): Moment | undefined {
  for (let ahead = 0; ahead <= longestGap; ahead += 1) {
    const moment = momentOn(rule, from.add({ days: ahead }), horizon);
    if (moment) return moment;
  }
  return undefined;
}

function lastMoment(
  rule: Exclude<ReleaseRule, { kind: 'by-hand' }>,
  horizon: Horizon,
  now: Temporal.Instant,
): Moment | undefined {
  // One day more: where a zone skips a whole day, two days open at the same instant.
  const from = now.toZonedDateTimeISO(zoneOf(rule.clock, horizon.zone)).toPlainDate().add({ days: 1 });
  for (let back = 0; back <= longestGap; back += 1) {
    const moment = momentOn(rule, from.subtract({ days: back }), horizon);
    if (moment && Temporal.Instant.compare(moment.at, now) <= 0) return moment;
  }
  return undefined;
}

/** The last day that a release on a date opens. */
function reachFrom(date: Temporal.PlainDate, rule: ReleaseRule, horizon: Horizon): Temporal.PlainDate {
  if (rule.kind !== 'monthly' || rule.months === null) return date.add({ days: horizon.horizonDays });
  const month = date.with({ day: 1 }).add({ months: rule.months });
  return month.with({ day: month.daysInMonth });
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}
