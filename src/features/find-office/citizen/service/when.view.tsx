import { dayIn } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';
import { OfficeTime } from '#ui/calendar/office-time.tsx';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';

export const whenTexts = defineTexts('find-office/when', {
  it: { today: 'oggi', tomorrow: 'domani', onDay: '{day}' },
  en: { today: 'today', tomorrow: 'tomorrow', onDay: 'on {day}' },
});

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

function dayWords(day: Temporal.PlainDate, today: Temporal.PlainDate, language: Language): string {
  const t = whenTexts.for(language);
  const ahead = today.until(day, { largestUnit: 'day' }).days;
  if (ahead === 0) return t('today');
  if (ahead === 1) return t('tomorrow');
  return t('onDay', { day: dayOfMonth(day, language) });
}
