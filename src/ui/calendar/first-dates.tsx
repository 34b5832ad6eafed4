import type { Language } from '#platform/language.ts';
import { calendarTexts } from './calendar.text.ts';
import type { FreeDay } from './calendar.tsx';
import { Icon } from '../icon.tsx';
import { capital, dayOfMonth } from './weekdays.ts';

/** The first free dates as large links, at most six; the quickest way through the calendar. */
export function FirstDates(props: {
  language: Language;
  /** `time`: the first free hour of that day, `09:20`. */
  dates: readonly (FreeDay & { time?: string | undefined })[];
  heading?: string | undefined;
  level?: 2 | 3 | undefined;
}) {
  const { language, dates, level = 2 } = props;
  const t = calendarTexts.for(language);
  const Heading = `h${level}` as const;
  return (
    <section class="t-first-dates" aria-labelledby="first-dates">
      <Heading id="first-dates">{props.heading ?? t('firstDates')}</Heading>
      <ul class="list-unstyled">
        {dates.slice(0, 6).map(({ date, time, free, href }) => (
          <li key={href}>
            <a href={href}>
              <strong>{capital(dayOfMonth(Temporal.PlainDate.from(date), language))}</strong>
              <span>
                {time && `${t('from', { time })} · `}
                <Icon name="check" />
                {t('seats', { free })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
