import { shortDate } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { CardLink } from '#ui/card.tsx';
import type { Office } from '#features/offices/index.ts';
import { officePath, servicePath } from '../addresses.ts';
import { officeTexts } from './office.text.ts';
import { placeOf } from './place.ts';
import { searchResultsTexts } from './search-results.text.ts';

/** An office in a list, with its answer: the first free date, or why there is none. */
export function OfficeCard(props: {
  language: Language;
  office: Office;
  first?: { date: Temporal.PlainDate; serviceName: LocalText } | undefined;
  /** What can be booked there. */
  services?: readonly LocalText[] | undefined;
  /** It takes bookings, even if no seat is free. */
  bookable?: boolean | undefined;
  /** The list is about one service: the card leads to it, and need not name it. */
  service?: string | undefined;
  km?: number | null | undefined;
  level?: 2 | 3 | undefined;
}) {
  const { language, office, first, services = [], bookable = true, service, km, level } = props;
  const t = searchResultsTexts.for(language);
  const place = [placeOf(office, language)];
  if (km !== null && km !== undefined) place.push(officeTexts.for(language)('km', { km: Math.max(1, Math.round(km)) }));
  return (
    <CardLink
      href={service === undefined ? officePath(office.code) : servicePath(office.code, service)}
      title={localText(office.name, language)}
      level={level}
      answer={answer()}
      tone={first ? 'good' : 'plain'}
    >
      <p>{place.join(' · ')}</p>
      {services.length > 0 && service === undefined && (
        <p>{t('services', { services: services.map((name) => localText(name, language)).join(', ') })}</p>
      )}
    </CardLink>
  );

  function answer(): string {
    if (!first) return bookable ? t('noDate') : t('notBookable');
    const date = shortDate(first.date, language);
    if (service !== undefined) return t('firstDate', { date });
    return t('firstDateOf', { date, service: localText(first.serviceName, language) });
  }
}
