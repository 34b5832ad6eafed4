import { monthName } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Icon, type IconName } from '#ui/icon.tsx';
import { monthWeeks } from '#ui/calendar/month-weeks.ts';
import { capital, dayOfMonth, weekdays } from '#ui/calendar/weekdays.ts';
import type { DayState } from '../../calendar/day-state.rules.ts';
import type { CalendarDay } from '../../calendar/office-calendar.query.ts';
import { plannerPaths } from '../paths.ts';
import { yearTexts } from './year-calendar.text.ts';

interface YearProps {
  readonly language: Language;
  readonly office: string;
  /** the first of the months, in order without gaps */
  readonly days: readonly CalendarDay[];
  readonly today: Temporal.PlainDate;
}

/** What stands in a day's cell beside its number: never colour alone. */
const marks: Partial<Record<DayState, IconName>> = { closed: 'ban', limited: 'clock', extra: 'plus-circle' };

const looks: Record<DayState, string> = {
  works: 't-year-day',
  limited: 't-year-day t-year-limited',
  closed: 't-year-day t-year-closed',
  extra: 't-year-day t-year-extra',
  rest: 't-year-day t-year-rest',
};

/** The months of an office, each day a link to the page where it is changed. */
export function YearCalendar(props: YearProps) {
  const { language, days } = props;
  const t = yearTexts.for(language);
  const months = [...new Set(days.map(({ day }) => day.toPlainYearMonth().toString()))];
  const byDate = new Map(days.map((day) => [day.day.toString(), day]));
  return (
    <div
      class="t-year"
      data-calendar
      data-range={plannerPaths.newClosure(props.office)}
      data-range-from={t('rangeFrom', { day: '{day}' })}
    >
      <Legend language={language} />
      <p class="t-hint t-range-hint" hidden>
        {t('rangeHint')}
      </p>
      <p class="visually-hidden" role="status" data-range-said></p>
      <div class="t-year-months">
        {months.map((month) => (
          <Month key={month} {...props} month={month} byDate={byDate} />
        ))}
      </div>
    </div>
  );
}

function Legend({ language }: { language: Language }) {
  const t = yearTexts.for(language);
  const states = ['works', 'closed', 'limited', 'extra', 'rest'] as const;
  return (
    <ul class="t-year-legend">
      {states.map((state) => (
        <li key={state}>
          <span class={looks[state]} aria-hidden="true">
            <span>7</span>
            <span class="t-year-foot">
              <Mark state={state} />
            </span>
          </span>
          {t(state)}
        </li>
      ))}
      <li>
        <span class="t-year-day" aria-hidden="true">
          <span>7</span>
          <span class="t-year-foot">
            <Icon name="flag" />
          </span>
        </span>
        {t('holiday')}
      </li>
      <li>
        <span class="t-year-day" aria-hidden="true">
          <span>7</span>
          <span class="t-year-foot">
            <span class="t-year-count">3</span>
          </span>
        </span>
        {t('booked')}
      </li>
    </ul>
  );
}

function Month(props: YearProps & { month: string; byDate: ReadonlyMap<string, CalendarDay> }) {
  const { language, month, byDate } = props;
  const name = capital(monthName(Temporal.PlainYearMonth.from(month), language));
  return (
    <section class="t-year-month">
      <h3>{name}</h3>
      <table>
        <caption class="visually-hidden">{yearTexts.for(language)('caption', { month: name })}</caption>
        <thead>
          <tr>
            {weekdays(language).map(({ long, short }) => (
              <th key={long} scope="col">
                <span aria-hidden="true">{short.slice(0, 1).toLocaleUpperCase()}</span>
                <span class="visually-hidden">{long}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(month).map((week, index) => (
            <tr key={index}>
              {week.map((date, weekday) => {
                const day = date && byDate.get(date.toString());
                return <td key={weekday}>{day && <Day {...props} day={day} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day({ language, office, today, day }: YearProps & { day: CalendarDay }) {
  const { state, holiday, appointments } = day;
  const iso = day.day.toString();
  const isToday = day.day.equals(today);
  if (Temporal.PlainDate.compare(day.day, today) < 0)
    return (
      <span class="t-year-day t-year-past">
        <span>{day.day.day}</span>
        <span class="t-year-foot">
          <Mark state={state} />
        </span>
      </span>
    );
  const classes = `${looks[state]}${isToday ? ' t-year-today' : ''}`;
  return (
    <a
      class={classes}
      href={plannerPaths.calendarDay(office, iso)}
      data-day={iso}
      draggable={false}
      aria-current={isToday ? 'date' : undefined}
      title={wordsOf(day, language)}
    >
      <span class="visually-hidden">{spoken(day, language, isToday)}</span>
      <span aria-hidden="true">{day.day.day}</span>
      <span class="t-year-foot" aria-hidden="true">
        {holiday && (state === 'works' || state === 'limited') ? <Icon name="flag" /> : <Mark state={state} />}
        {appointments > 0 && <span class="t-year-count">{appointments}</span>}
      </span>
    </a>
  );
}

function Mark({ state }: { state: DayState }) {
  const icon = marks[state];
  return icon ? <Icon name={icon} /> : null;
}

/** `Chiusa: Natale` */
function wordsOf({ state, entries, holiday }: CalendarDay, language: Language): string {
  const t = yearTexts.for(language);
  const reasons = entries.map(({ reason }) => localText(reason, language)).join(', ');
  const words = reasons === '' ? t(state) : `${t(state)}: ${reasons}`;
  return holiday && (state === 'works' || state === 'limited')
    ? `${words}. ${t('holiday')}: ${localText(holiday.name, language)}`
    : words;
}

function spoken(day: CalendarDay, language: Language, isToday: boolean): string {
  const t = yearTexts.for(language);
  const count = day.appointments > 0 ? [t('appointments', { count: day.appointments })] : [];
  return [
    capital(dayOfMonth(day.day, language)),
    ...(isToday ? [t('today')] : []),
    wordsOf(day, language),
    ...count,
  ].join(', ');
}
