import { shortDate } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { CardLink } from '#ui/card.tsx';
import type { Office } from '#features/offices/index.ts';
import { officePath, servicePath } from '../../addresses.ts';
import { officeTexts } from '../office/office.text.ts';
import { placeOf } from './place.ts';
import { searchResultsTexts } from './search-results.text.ts';

/** An office in a list, with its answer: the first free date, or why there is none. */
export function OfficeCard(props: {
  language: Language;
  office: Office;
  first?: { date: Temporal.PlainDate; serviceName: LocalText } | undefined;
  /** What can be booked there, each a way of its own past the office's page. */
  services?: readonly { readonly code: string; readonly name: LocalText }[] | undefined;
  /** It takes bookings, even if no seat is free. */
  bookable?: boolean | undefined;
  /** No date is told, since one books with a code of the office. */
  byInvitation?: boolean | undefined;
  /** The list is about one service: the card leads to it, and need not name it. */
  service?: string | undefined;
  km?: number | null | undefined;
  level?: 2 | 3 | undefined;
}) {
  const { language, office, first, services = [], bookable = true, byInvitation = false, service, km, level } = props;
  const t = searchResultsTexts.for(language);
  const leadsToService = service !== undefined && bookable;
  return (
    <CardLink
      href={leadsToService ? servicePath(office.code, service) : officePath(office.code)}
      title={localText(office.name, language)}
      level={level}
      answer={answer()}
      tone={first ? 'good' : 'plain'}
      compact={!bookable}
    >
      <p>
        {placeOf(office, language)}
        {km !== null && km !== undefined && `, ${officeTexts.for(language)('km', { km: Math.max(1, Math.round(km)) })}`}
      </p>
      {office.jurisdiction && office.jurisdiction.it !== office.countryName.it && (
        <p class="t-muted">{t('serves', { territory: shortened(localText(office.jurisdiction, language)) })}</p>
      )}
      {services.length > 0 && !leadsToService && (
        <>
          <p>{t('services')}</p>
          <ul class="t-card-links">
            {services.map(({ code, name }) => (
              <li key={code}>
                <a href={servicePath(office.code, code)}>{localText(name, language)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </CardLink>
  );

  function answer() {
    if (!first) {
      if (byInvitation) return t('byInvitation');
      if (bookable) return t('noDate');
      return service !== undefined && services.length > 0 ? t('notForService') : t('notBookable');
    }
    const date = t('firstDate', { date: shortDate(first.date, language) });
    if (service !== undefined) return date;
    return (
      <>
        {date}{' '}
        <span class="t-answer-about">{t('forService', { service: localText(first.serviceName, language) })}</span>
      </>
    );
  }
}

const longestTerritory = 110;

/** The first parts of a long territory; the office's page has all of it. */
function shortened(territory: string): string {
  if (territory.length <= longestTerritory) return territory;
  return `${territory.slice(0, territory.lastIndexOf(' ', longestTerritory)).replace(/[,;(]+$/, '')} …`;
}
