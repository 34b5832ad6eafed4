import type { Office } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { dayWords } from '#ui/calendar/next-opening.tsx';
import { OfficeTime } from '#ui/calendar/office-time.tsx';

interface At {
  readonly language: Language;
  readonly office: Office;
  readonly instant: Temporal.Instant;
}

/** Named where the reader may be in another city than the office. */
export function cityOf(office: Office, language: Language): string | undefined {
  return office.kind === 'municipal' ? undefined : localText(office.city, language);
}

/** "oggi alle 19:00 di Londra", and with scripts the reader's own hour. */
export function When({ language, office, instant, now }: At & { now: Temporal.Instant }) {
  const [day, today] = [dayIn(instant, office.timeZone), dayIn(now, office.timeZone)];
  return (
    <>
      {dayWords(day, today, language)} <HourAt {...{ language, office, instant }} />
    </>
  );
}

/** "alle 19:00 di Londra" */
export function HourAt({ language, office, instant }: At) {
  return <OfficeTime {...{ language, instant }} zone={office.timeZone} city={cityOf(office, language)} />;
}
