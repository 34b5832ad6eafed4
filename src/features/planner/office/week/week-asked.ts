import { appliesOn, type OpeningRule } from '../../rules.ts';
import { mondayOf } from '../../slots/week-preview.rules.ts';

/**
 * The Monday of the week to show; null for the week of all rules. Unless the address names one it is this week, or the
 * next one when no rule holds on what is left of this.
 */
export function weekAsked(
  text: string,
  today: Temporal.PlainDate,
  rules: readonly OpeningRule[],
): Temporal.PlainDate | null {
  if (text === 'regular') return null;
  try {
    if (/^20\d\d-\d\d-\d\d$/.test(text)) return mondayOf(Temporal.PlainDate.from(text));
  } catch {
    // Not a day of the calendar: an address typed by hand.
  }
  const left = Array.from({ length: 8 - today.dayOfWeek }, (_, ahead) => today.add({ days: ahead }));
  const isOver = !left.some((day) => rules.some((rule) => appliesOn(rule, day.toString(), day.dayOfWeek)));
  return mondayOf(isOver && rules.length > 0 ? today.add({ days: 7 }) : today);
}

/** The same, for an address. */
export function weekName(monday: Temporal.PlainDate | null): string {
  return monday === null ? 'regular' : monday.toString();
}

/** The week a form came from, for the way back; empty when it says none. */
export function weekBack(body: unknown): string {
  const week: unknown = typeof body === 'object' && body !== null && 'week' in body ? body.week : '';
  return typeof week === 'string' && /^(regular|20\d\d-\d\d-\d\d)$/.test(week) ? week : '';
}
