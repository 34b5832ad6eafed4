import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { calendarDayTexts } from './calendar-day.text.ts';
import { closuresTexts } from './closures.text.ts';
import { entryDays, entryTexts } from './entry-words.ts';
import { plannerPaths } from '../paths.ts';
import type { CalendarDayProps } from './calendar-day-props.ts';

/** What is planned for the day, each with the way to withdraw it; and a holiday that is not planned yet. */
export function DayEntries({ context, at, day }: CalendarDayProps) {
  const { language } = context;
  const t = calendarDayTexts.for(language);
  const closures = closuresTexts.for(language);
  const words = entryTexts.for(language);
  const { code } = at.office;
  const { entries, holiday } = day;
  const query = new URLSearchParams({ kind: 'holidays', day: day.day.toString() }).toString();
  return (
    <>
      {entries.length === 0 && !holiday && <p>{t('nothing')}</p>}
      {entries.map((entry) => (
        <div class="t-day-entry" key={entry.id}>
          <p>
            <strong>
              {words(entry.kind)}: {localText(entry.reason, language)}
            </strong>
            <br />
            {entryDays(entry, language)}
            {' · '}
            {entry.plannerName ?? words('wholeOffice')}
            {entry.minutes !== null &&
              entry.desks !== null &&
              ` · ${words('slots', { minutes: entry.minutes, desks: entry.desks })}`}
          </p>
          <ButtonLink
            href={plannerPaths.removeEntry(code, entry.id)}
            kind="secondary"
            small
            label={closures(entry.kind === 'closure' ? 'removeSpoken' : 'withdrawSpoken', {
              day: entryDays(entry, language),
            })}
          >
            {closures(entry.kind === 'closure' ? 'remove' : 'withdraw')}
          </ButtonLink>
        </div>
      ))}
      {holiday && (
        <Alert language={language} tone="info" title={t('holiday', { name: localText(holiday.name, language) })}>
          <p>{t('holidayWhy')}</p>
          <ButtonLink href={`${plannerPaths.changePreview(code)}?${query}`} kind="secondary" small>
            {t('addHoliday')}
          </ButtonLink>
        </Alert>
      )}
    </>
  );
}
