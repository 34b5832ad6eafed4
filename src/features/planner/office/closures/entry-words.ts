import { longDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { capital, dayOfMonth } from '#ui/calendar/weekdays.ts';

export const entryTexts = defineTexts('planner/office/entries', {
  it: {
    range: 'da {from} a {to}',
    hours: 'dalle {starts} alle {ends}',
    wholeDay: 'tutto il giorno',
    yearly: 'ogni anno',
    closure: 'Chiusura',
    'extra-opening': 'Apertura straordinaria',
    wholeOffice: 'Tutta la sede',
    slots: '{minutes} minuti, {desks, plural, one {uno sportello} other {# sportelli}}',
  },
  en: {
    range: 'from {from} to {to}',
    hours: 'from {starts} to {ends}',
    wholeDay: 'all day',
    yearly: 'every year',
    closure: 'Closure',
    'extra-opening': 'Extra opening',
    wholeOffice: 'The whole office',
    slots: '{minutes} minutes, {desks, plural, one {one desk} other {# desks}}',
  },
});

/** `Giovedì 24 dicembre 2026, dalle 12:00 alle 14:00` */
export function entryDays(
  entry: {
    readonly firstDay: Temporal.PlainDate | string;
    readonly lastDay: Temporal.PlainDate | string;
    readonly starts: string | null;
    readonly ends: string | null;
    readonly yearly?: boolean;
  },
  language: Language,
): string {
  const t = entryTexts.for(language);
  const { starts, ends, yearly = false } = entry;
  const [first, last] = [Temporal.PlainDate.from(entry.firstDay), Temporal.PlainDate.from(entry.lastDay)];
  const sameYear = first.year === last.year;
  const days = first.equals(last)
    ? longDate(first, language)
    : t('range', {
        from: sameYear ? dayOfMonth(first, language) : longDate(first, language),
        to: longDate(last, language),
      });
  const hours = starts === null || ends === null ? t('wholeDay') : t('hours', { starts, ends });
  return `${capital(days)}, ${hours}${yearly ? `, ${t('yearly')}` : ''}`;
}
