import { type Booking, type Channel, closingWords } from '#features/booking/index.ts';
import { withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { PageContext } from '#ui/frame/page-context.ts';
import { SearchForm } from '#ui/toolbar.tsx';
import { type AtOffice, deskPath } from '../at-office.ts';
import { missingFor } from '../rules.ts';
import { deskTexts } from './desk.text.ts';

export const deskSearchId = 'desk-search';

/** The search on its own page, where the header has none. Sent, so that no address holds a surname. */
export function DeskSearch(props: { context: PageContext; at: AtOffice; value?: string | undefined }) {
  const { context, at, value } = props;
  const { language, csrf } = context;
  const t = deskTexts.for(language);
  if (!at.may('see-booking')) return null;
  return (
    <SearchForm
      language={language}
      action={deskPath(at.office, 'search')}
      label={`${t('search')}: ${t('searchHint').toLocaleLowerCase(language)}`}
      value={value}
      post={{ csrf, id: deskSearchId }}
      shortcut
    />
  );
}

/** What a booking still waits for, in words; undefined when nothing is missing. */
export function missingInWords(booking: Booking, language: Language): string | undefined {
  const t = deskTexts.for(language);
  switch (missingFor(booking)) {
    case 'citizen': {
      const { confirmClosesAt: closes, timeZone } = booking;
      const date = closes && closingWords(closes, timeZone, language, (day) => withArticle('il', day, language));
      return date ? t('missingCitizenUntil', { date }) : t('missingCitizen');
    }
    case 'office':
      return t('missingOffice');
    case 'clearance':
      return t('missingClearance');
    case null:
      return undefined;
  }
}

/** The first person's name, and how many come along. */
export function nameOf(booking: Pick<Booking, 'people' | 'code'>): string {
  const [first] = booking.people;
  if (!first) return booking.code;
  const others = booking.people.length - 1;
  return `${first.givenName} ${first.familyName}${others > 0 ? ` +${others}` : ''}`;
}

export function channelName(channel: Channel, language: Language): string {
  const t = deskTexts.for(language);
  switch (channel) {
    case 'web':
      return t('channelWeb');
    case 'desk':
      return t('channelDesk');
    case 'phone':
      return t('channelPhone');
    case 'partner-desk':
      return t('channelPartner');
    case 'totem':
      return t('channelTotem');
    case 'api':
      return t('channelApi');
  }
}
