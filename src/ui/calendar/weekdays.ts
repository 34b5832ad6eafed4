import { asWritten } from '#platform/dates.ts';
import { type Language, localeOf } from '#platform/language.ts';

// Made once: making one costs a hundred times what using it does, and a calendar names a hundred days.
const daysOfMonth = new Map<Language, Intl.DateTimeFormat>();

/** The seven weekdays, Monday first, whole and in three letters. */
export function weekdays(language: Language): { long: string; short: string }[] {
  const long = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => {
    const day = Date.UTC(2024, 0, 1 + index);
    return { long: long.format(day), short: short.format(day) };
  });
}

/** `martedì 12 gennaio`: a day whose year is plain from where it stands. */
export function dayOfMonth(date: Temporal.PlainDate, language: Language): string {
  let format = daysOfMonth.get(language);
  if (format === undefined) {
    const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
    format = new Intl.DateTimeFormat(localeOf(language), parts);
    daysOfMonth.set(language, format);
  }
  return asWritten(format.format(Date.UTC(date.year, date.month - 1, date.day)), language);
}

/** First letter large, for a heading or a line that begins with a weekday or a month. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
