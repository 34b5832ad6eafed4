import type { Language } from '#platform/language.ts';
import type { Booking } from '../booking.query.ts';
import { asksAnother, maySendPhoto } from '../photo-decision/decision.rules.ts';
import { completableOf, mayComplete } from './completion.rules.ts';
import { completionTexts } from './completion.text.ts';
import { missingWords } from './completion-words.ts';

/** In a list of bookings: what is missing and until when, with the way to it; nothing where nothing is. */
export function StillMissing(props: { booking: Booking; now: Temporal.Instant; language: Language }) {
  const { booking, now, language } = props;
  const t = completionTexts.for(language);
  const several = booking.people.length > 1;
  const asked = booking.people
    .filter(({ position }) => asksAnother(booking, position) && maySendPhoto(booking, position, now))
    .map(({ givenName }) => (several ? t('stillAskedOf', { name: givenName }) : t('stillAsked')));
  const people = booking.people.map(({ position, givenName }) => ({ position, name: givenName }));
  const missing = mayComplete(booking, now)
    ? missingWords({ ...completableOf(booking), people }, { language, zone: booking.timeZone, now })
    : undefined;
  const words = [...asked, ...(missing === undefined ? [] : [missing])];
  if (words.length === 0) return null;
  return (
    <p>
      <strong>{words.join(' ')}</strong> <a href={`/bookings/${booking.code}#complete`}>{t('toComplete')}</a>
    </p>
  );
}
