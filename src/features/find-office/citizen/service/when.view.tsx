import { dayIn } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { dayWords } from '#ui/calendar/next-opening.tsx';
import { OfficeTime } from '#ui/calendar/office-time.tsx';

/** An instant in the words of the office's calendar and clock: "domani alle 19:00 di Londra". */
export function When(props: {
  language: Language;
  instant: Temporal.Instant;
  zone: string;
  city: string;
  now: Temporal.Instant;
}) {
  const { language, instant, zone, city, now } = props;
  return (
    <>
      {dayWords(dayIn(instant, zone), dayIn(now, zone), language)}{' '}
      <OfficeTime language={language} instant={instant} zone={zone} city={city} />
    </>
  );
}
