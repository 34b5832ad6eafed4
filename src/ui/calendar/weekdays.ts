import type { Language } from '#platform/language.ts';

const locales: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };

// Made once: making one costs a hundred times what using it does, and a calendar names a hundred days.
const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
const daysOfMonth: Record<Language, Intl.DateTimeFormat> = {
  it: new Intl.DateTimeFormat(locales.it, parts),
  en: new Intl.DateTimeFormat(locales.en, parts),
};

/** The seven weekdays, Monday first, whole and in three letters. */
export function weekdays(language: Language): { long: string; short: string }[] {
  const long = new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => {
    const day = Date.UTC(2024, 0, 1 + index);
    return { long: long.format(day), short: short.format(day) };
  });
}

/** `martedì 12 gennaio`: a day whose year is plain from where it stands. */
export function dayOfMonth(date: Temporal.PlainDate, language: Language): string {
  return daysOfMonth[language].format(Date.UTC(date.year, date.month - 1, date.day)).replace(',', '');
}

/** First letter large, for a heading or a line that begins with a weekday or a month. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
