import { dayIn } from '#platform/dates.ts';

/** Until when accounts with e-mail and password serve citizens of consular offices; null: no end is set. */
export interface LocalAccountRule {
  /** the last day on which one can be opened */
  readonly lastOpeningDay: Temporal.PlainDate | null;
  /** the last day on which one can be used */
  readonly lastUseDay: Temporal.PlainDate | null;
  /** how many days before that its owners are told */
  readonly warnDays: number;
}

/** What holds while nobody has set anything. */
export const noEnd: LocalAccountRule = { lastOpeningDay: null, lastUseDay: null, warnDays: 90 };

/** A last day counts whole, as it is counted in Italy. */
const zone = 'Europe/Rome';

/** `soon`: in the last weeks people are told once more. */
const soonDays = 14;

export function mayOpenLocal({ lastOpeningDay }: LocalAccountRule, now: Temporal.Instant): boolean {
  return lastOpeningDay === null || Temporal.PlainDate.compare(dayIn(now, zone), lastOpeningDay) <= 0;
}

export function mayUseLocal({ lastUseDay }: LocalAccountRule, now: Temporal.Instant): boolean {
  return lastUseDay === null || Temporal.PlainDate.compare(dayIn(now, zone), lastUseDay) <= 0;
}

/** Which letter is due to whoever has only a password; undefined while the end is far, or over. */
export function warningDue(rule: LocalAccountRule, now: Temporal.Instant): 'ahead' | 'soon' | undefined {
  const { lastUseDay, warnDays } = rule;
  if (lastUseDay === null || !mayUseLocal(rule, now)) return undefined;
  const left = dayIn(now, zone).until(lastUseDay, { largestUnit: 'day' }).days;
  if (left > warnDays) return undefined;
  return left <= soonDays ? 'soon' : 'ahead';
}
