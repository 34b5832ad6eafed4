import type { Language } from '#platform/language.ts';
import { monthName } from '#platform/dates.ts';
import { calendarTexts } from './calendar.text.ts';
import { Icon } from '../icon.tsx';
import { monthWeeks } from './month-weeks.ts';
import { capital, dayOfMonth, weekdays } from './weekdays.ts';

export interface FreeDay {
  /** `2027-01-12`, in the office's calendar. */
  date: string;
  free: number;
  href: string;
}

/** A free day as it is drawn; in a preview it leads nowhere. */
type DrawnDay = Omit<FreeDay, 'href'> & { href?: string | undefined };

/**
 * Months with their free days as links: a tick and the number of seats, never colour alone. A month without seats is
 * one line. With scripts the arrows, Home, End and the Page keys move among the free days.
 */
export function Calendar(props: {
  language: Language;
  /** `['2027-01', '2027-02', '2027-03']` */
  months: readonly string[];
  days: readonly DrawnDay[];
  /** Today at the office. */
  today: string;
  /** The day whose times are shown, if one is. */
  selected?: string | undefined;
  /** What the selected day is, for the legend: it is drawn in blue. */
  selectedWords?: string | undefined;
  /** Level of the months' headings. */
  level?: 2 | 3 | undefined;
}) {
  const free = new Map(props.days.map((day) => [day.date, day]));
  return (
    <div class="t-calendar" data-calendar>
      <p class="t-calendar-legend">
        <Icon name="check" />
        {calendarTexts.for(props.language)('legend')}
        {props.selectedWords && props.days.some(({ date }) => date === props.selected) && <> {props.selectedWords}</>}
      </p>
      <div class="t-calendar-months">
        {props.months.map((month) => (
          <Month key={month} {...props} month={month} free={free} />
        ))}
      </div>
    </div>
  );
}

/** The weeks of a month that are not over. */
function weeksFrom(month: string, today: string): ReturnType<typeof monthWeeks> {
  return monthWeeks(month).filter((week) => (week.findLast((date) => date !== null)?.toString() ?? '') >= today);
}

interface MonthProps {
  language: Language;
  month: string;
  today: string;
  selected?: string | undefined;
  level?: 2 | 3 | undefined;
  free: ReadonlyMap<string, DrawnDay>;
}

function Month(props: MonthProps) {
  const { language, month, free, level = 3 } = props;
  const t = calendarTexts.for(language);
  const name = capital(monthName(Temporal.PlainYearMonth.from(month), language));
  const days = [...free.values()].filter((day) => day.free > 0 && day.date.startsWith(month)).length;
  if (days === 0) return <p class="t-month-empty">{t('noSeats', { month: name })}</p>;
  const Heading = `h${level}` as const;
  return (
    <section class="t-month">
      <Heading>{name}</Heading>
      <table>
        <caption class="visually-hidden">{t('caption', { month: name, days })}</caption>
        <thead>
          <tr>
            {weekdays(language).map(({ long, short }) => (
              <th key={long} scope="col">
                <span aria-hidden="true">{short}</span>
                <span class="visually-hidden">{long}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksFrom(month, props.today).map((week, index) => (
            <tr key={index}>
              {week.map((date, weekday) => (
                <td key={weekday}>{date && <Day {...props} date={date} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day({ language, date, today, selected, free }: MonthProps & { date: Temporal.PlainDate }) {
  const t = calendarTexts.for(language);
  const iso = date.toString();
  const day = free.get(iso);
  const words = dayOfMonth(date, language);
  if (!day || day.free === 0) {
    if (iso !== today) return <span class="t-day">{date.day}</span>;
    return (
      <span class="t-day t-day-today" aria-current="date">
        <span aria-hidden="true">{date.day}</span>
        <span class="visually-hidden">{t('todayIs', { day: words })}</span>
      </span>
    );
  }
  const look = `t-day t-day-free${iso === today ? ' t-day-today' : ''}${iso === selected ? ' t-day-selected' : ''}`;
  const current = iso === selected ? 'true' : iso === today ? 'date' : undefined;
  const inside = (
    <>
      <span class="visually-hidden">
        {t('dayLabel', { day: words, free: day.free, today: iso === today ? 'yes' : 'no' })}
      </span>
      <span class="t-day-number" aria-hidden="true">
        {date.day}
      </span>
      <span class="t-day-seats" aria-hidden="true">
        <Icon name="check" />
        {day.free}
      </span>
    </>
  );
  if (day.href === undefined) {
    return (
      <span class={look} aria-current={current}>
        {inside}
      </span>
    );
  }
  return (
    <a class={look} href={day.href} data-day={iso} aria-current={current}>
      {inside}
    </a>
  );
}
