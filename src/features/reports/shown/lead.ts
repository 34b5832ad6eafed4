import { dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { AskedPeriod } from '../figures/asked-period.ts';
import { previousPeriod } from '../figures/period.rules.ts';
import { periodTexts } from '../figures/period.text.ts';
import { shownTexts } from './shown.text.ts';

/** Which days a page is about, and which it compares them with. */
export function leadOf({ name, period }: AskedPeriod, language: Language): string {
  const before = previousPeriod(name, period);
  const day = (date: Temporal.PlainDate): string => dayMonthYear(date, language);
  return shownTexts.for(language)('lead', {
    from: day(period.from),
    to: day(period.to),
    previousFrom: day(before.from),
    previousTo: day(before.to),
  });
}

/** Which days, in few words: `1 novembre 2026 – 22 novembre 2026`. */
export function daysOf({ period }: Pick<AskedPeriod, 'period'>, language: Language): string {
  const day = (date: Temporal.PlainDate): string => dayMonthYear(date, language);
  return periodTexts.for(language)('shown', { from: day(period.from), to: day(period.to) });
}
