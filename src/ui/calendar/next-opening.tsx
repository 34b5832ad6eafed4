import { dayIn } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { nextOpeningTexts } from './next-opening.text.ts';
import { OfficeTime } from './office-time.tsx';
import { dayOfMonth } from './weekdays.ts';

/**
 * "I prossimi posti si aprono domani alle 19:00 di Londra": on the office's clock, which is named, and with scripts on the
 * reader's too. With `by` the moment is drawn, and people are told between when and when.
 */
export function NextOpening(props: {
  language: Language;
  instant: Temporal.Instant;
  by?: Temporal.Instant | undefined;
  zone: string;
  city: string;
  now: Temporal.Instant;
}) {
  const { language, instant, by, zone, city, now } = props;
  const t = nextOpeningTexts.for(language);
  const [day, today] = [dayIn(instant, zone), dayIn(now, zone)];
  const clock = { language, zone };
  if (!by) {
    return (
      <>
        {t('open')} {dayWords(day, today, language)} <OfficeTime {...clock} instant={instant} city={city} />.
      </>
    );
  }
  const last = dayIn(by, zone);
  return (
    <>
      {t('open')} {dayWords(day, today, language)}
      {t('between')} <OfficeTime {...clock} instant={instant} bare /> {t('and')}{' '}
      <OfficeTime {...clock} instant={by} bare />{' '}
      {!last.equals(day) && `${t('ofDay', { day: dayOfMonth(last, language) })} `}
      {t('inCity', { city })}.
    </>
  );
}

/** "today", "tomorrow", or the day as a sentence says it. */
export function dayWords(day: Temporal.PlainDate, today: Temporal.PlainDate, language: Language): string {
  const t = nextOpeningTexts.for(language);
  const ahead = today.until(day, { largestUnit: 'day' }).days;
  if (ahead === 0) return t('today');
  if (ahead === 1) return t('tomorrow');
  return t('onDay', { day: dayOfMonth(day, language) });
}
