import type { Language } from '#platform/language.ts';
import type { Booking } from '../booking.query.ts';
import { completableOf, mayComplete } from './completion.rules.ts';
import { completionTexts } from './completion.text.ts';
import { missingWords } from './completion-words.ts';

/** In a list of bookings: what is missing and until when, with the way to it; nothing where nothing is. */
export function StillMissing(props: { booking: Booking; now: Temporal.Instant; language: Language }) {
  const { booking, now, language } = props;
  if (!mayComplete(booking, now)) return null;
  const people = booking.people.map(({ position, givenName }) => ({ position, name: givenName }));
  const words = missingWords({ ...completableOf(booking), people }, { language, zone: booking.timeZone, now });
  if (words === undefined) return null;
  return (
    <p>
      <strong>{words}</strong>{' '}
      <a href={`/bookings/${booking.code}#complete`}>{completionTexts.for(language)('toComplete')}</a>
    </p>
  );
}
