import { dayIn } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { OfficeTime } from '#ui/calendar/office-time.tsx';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';

/** Until when somebody may answer, on both clocks: "martedì 24 novembre alle 10:33 di Londra (11:33 da te)". */
export function Until(props: {
  language: Language;
  instant: Temporal.Instant;
  zone: string;
  /** Named when the reader may be elsewhere. */
  city: string | undefined;
}) {
  const { language, instant, zone, city } = props;
  return (
    <>
      {dayOfMonth(dayIn(instant, zone), language)}{' '}
      <OfficeTime language={language} instant={instant} zone={zone} city={city} />
    </>
  );
}
