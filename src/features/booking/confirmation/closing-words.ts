import { clockTime } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { closesAtMidnight, lastDayToConfirm } from './confirmation.rules.ts';

const closingTexts = defineTexts('booking/closing', {
  it: { at: '{day} alle {time}' },
  en: { at: '{day} at {time}' },
});

/** Until when one may confirm: the last day, in the caller's words; with the hour where the window closes within a day. */
export function closingWords(
  closesAt: Temporal.Instant,
  zone: string,
  language: Language,
  dayWords: (day: Temporal.PlainDate) => string,
): string {
  const day = dayWords(lastDayToConfirm(closesAt, zone));
  if (closesAtMidnight(closesAt, zone)) return day;
  return closingTexts.for(language)('at', { day, time: clockTime(closesAt, zone) });
}
