import type { ComponentChildren } from 'preact';
import { monthName, shortDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Calendar } from '#ui/calendar/calendar.tsx';
import { Figures } from '#ui/figures.tsx';
import { Table } from '#ui/table.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import type { HoursPreview } from '../../slots/hours-preview.query.ts';
import { changedMonths, changedWeeks, type WeekSeats } from '../../slots/seat-weeks.rules.ts';
import { previewTexts } from './hours-preview.text.ts';

interface PreviewProps {
  readonly language: Language;
  readonly preview: HoursPreview;
}

/** The numbers and the button beside the weeks and the calendar; the appointments below. */
export function PreviewLayout(
  props: PreviewProps & {
    today: Temporal.PlainDate;
    month: string;
    monthHref: (month: string) => string;
    confirm: ComponentChildren;
    /** the appointments that lose their seat */
    children: ComponentChildren;
  },
) {
  const { confirm, children, ...preview } = props;
  return (
    <>
      <PreviewFigures {...preview} />
      {confirm}
      <div class="row">
        <div class="col-lg-7">
          <PreviewCalendar {...preview} />
        </div>
        <div class="col-lg-5">
          <PreviewWeeks {...preview} />
        </div>
      </div>
      {children}
    </>
  );
}

/** The answer first: seats that come and go, and how many appointments lose theirs. */
function PreviewFigures({ language, preview }: PreviewProps) {
  const t = previewTexts.for(language);
  const { days, bookings, held } = preview;
  const added = sum(days.map(({ before, after }) => Math.max(after - before, 0)));
  const removed = sum(days.map(({ before, after }) => Math.max(before - after, 0)));
  const figures = [
    ...(added > 0 ? [{ label: t('added'), value: added }] : []),
    ...(removed > 0 ? [{ label: t('removed'), value: removed }] : []),
    { label: t('appointments'), value: bookings.length },
    ...(bookings.length > 0 ? [{ label: t('people'), value: sum(bookings.map(({ party }) => party)) }] : []),
  ];
  return (
    <>
      <Figures figures={figures} />
      {added + removed === 0 && (
        <Alert language={language} tone="info" title={t('noSeats')}>
          <p>{t('noSeatsWhy')}</p>
        </Alert>
      )}
      {held && <Alert language={language} tone="info" title={t('held')} />}
    </>
  );
}

/** Weeks in view; the others are one press away. */
const weeksShown = 8;

/** Seats of the weeks in which something changes. */
function PreviewWeeks({ language, preview }: PreviewProps) {
  const t = previewTexts.for(language);
  const weeks = changedWeeks(preview.days);
  if (weeks.length === 0) return null;
  const more = weeks.slice(weeksShown);
  return (
    <>
      <h2>{t('weeks')}</h2>
      <WeeksTable language={language} weeks={weeks.slice(0, weeksShown)} />
      {more.length > 0 && (
        <details class="t-more">
          <summary>{t('moreWeeks', { count: more.length })}</summary>
          <WeeksTable language={language} weeks={more} />
        </details>
      )}
    </>
  );
}

function WeeksTable({ language, weeks }: { language: Language; weeks: readonly WeekSeats[] }) {
  const t = previewTexts.for(language);
  const numeric = true;
  return (
    <Table
      caption={t('weeks')}
      dense
      columns={[
        { label: t('week') },
        { label: t('before'), numeric },
        { label: t('after'), numeric },
        { label: t('difference'), numeric },
      ]}
      rows={weeks.map(({ monday, before, after }) => ({
        key: monday.toString(),
        cells: [
          t('weekOf', { from: shortDate(monday, language), to: shortDate(monday.add({ days: 6 }), language) }),
          before,
          after,
          signed(after - before),
        ],
      }))}
    />
  );
}

/** Months drawn at once. */
const monthsShown = 3;

/** The calendar as citizens will see it, from the first month in which something changes. */
function PreviewCalendar(
  props: PreviewProps & { today: Temporal.PlainDate; month: string; monthHref: (month: string) => string },
) {
  const { language, preview, today, month, monthHref } = props;
  const t = previewTexts.for(language);
  const months = changedMonths(preview.days);
  if (months.length === 0) return null;
  const first = months.includes(month) ? months.indexOf(month) : 0;
  const shown = months.slice(first, first + monthsShown);
  const others = months.filter((one) => !shown.includes(one));
  const open = preview.days.filter(({ free }) => free > 0).map(({ day }) => day.toPlainYearMonth().toString());
  // Months without a seat show where seats come again.
  const next = shown.some((one) => open.includes(one)) ? undefined : open.find((one) => one > (shown.at(-1) ?? ''));
  const days = preview.days.filter(({ free }) => free > 0).map(({ day, free }) => ({ date: day.toString(), free }));
  return (
    <>
      <h2 id="calendar">{t('calendar')}</h2>
      <p>{t('calendarLead')}</p>
      <Calendar
        language={language}
        months={next === undefined ? shown : [...shown, next]}
        days={days}
        today={today.toString()}
      />
      {others.length > 0 && (
        <nav aria-label={t('otherMonths')}>
          <p>
            {t('otherMonths')}:{' '}
            {others.map((one, index) => (
              <>
                {index > 0 && ', '}
                <a href={monthHref(one)}>{capital(monthName(Temporal.PlainYearMonth.from(one), language))}</a>
              </>
            ))}
          </p>
        </nav>
      )}
    </>
  );
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
