import { longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { capital } from '#ui/calendar/weekdays.ts';
import type { AskedChange } from './asked-change.ts';

/** The holidays that were chosen, day by day. */
export function HolidayDays(props: {
  holidays: Extract<AskedChange, { kind: 'holidays' }>['holidays'];
  language: Language;
}) {
  const { holidays, language } = props;
  return (
    <ul class="list-unstyled mb-0">
      {holidays.map(({ day, name }) => (
        <li key={day.toString()}>
          {capital(longDate(day, language))}: {localText(name, language)}
        </li>
      ))}
    </ul>
  );
}
