import { clockTime, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import type { FirstDateAnswer } from '../../first-date/first-date-answer.query.ts';
import type { AskedPlace } from '../../first-date/place.query.ts';
import { firstDateTexts } from './first-date.text.ts';
import type { FirstDateProps } from './first-date.view.tsx';

/** The name of a place in words; empty while none is known. */
export function placeName(place: AskedPlace, language: Language): string {
  switch (place.kind) {
    case 'municipality':
    case 'position':
      return place.municipality.name;
    case 'abroad':
      return localText(place.name, language);
    case 'nothing':
    case 'several':
    case 'unknown':
      return '';
  }
}

/** What the page is called, by what it lists. */
export function titleOf({ context, service, place }: Pick<FirstDateProps, 'context' | 'service' | 'place'>): string {
  const { language } = context;
  const t = firstDateTexts.for(language);
  const words = { service: localText(service.name, language), place: placeName(place, language) };
  if (place.kind === 'position') return t('titleNear', words);
  return place.kind === 'abroad' && !place.isTown ? t('titleAbroad', words) : t('titleFor', words);
}

/** The answer first: the earliest of the dates on the page. */
export function leadOf({ items, free, bookable }: FirstDateAnswer, language: Language): string | undefined {
  const t = firstDateTexts.for(language);
  if (bookable === 0) return undefined;
  if (free === 0) return t('leadNone');
  const dated = items.flatMap(({ date, startsAt, office }) => (date && startsAt ? [{ date, startsAt, office }] : []));
  const [first] = dated.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  if (!first) return undefined;
  return t('leadFirst', {
    date: longDate(first.date, language),
    time: clockTime(first.startsAt, first.office.timeZone),
    office: localText(first.office.name, language),
  });
}
