import { clockTime, longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import type { DayAppointment } from '../../calendar/day-appointments.query.ts';
import type { DayOffers } from '../../day-offers.query.ts';
import type { DayState } from '../../calendar/day-state.rules.ts';
import type { CalendarDay } from '../../calendar/office-calendar.query.ts';
import { calendarDayTexts } from './calendar-day.text.ts';
import { closuresTexts } from './closures.text.ts';
import { DayOffersState } from '../day-offers.view.tsx';
import { entryDays, entryTexts } from './entry-words.ts';
import { previewTexts } from '../preview/hours-preview.text.ts';
import { plannerPaths } from '../paths.ts';
import type { PlannerPageProps } from '../planner-page.ts';
import { BookingCode } from '../preview/uncovered-list.view.tsx';
import { yearTexts } from './year-calendar.text.ts';

const tones = { works: 'success', limited: 'warning', closed: 'danger', extra: 'success', rest: 'neutral' } as const;
const icons = { works: 'check', limited: 'clock', closed: 'ban', extra: 'plus-circle', rest: 'minus' } as const;

/** Appointments of one page of the list. */
const onPage = 25;

export interface CalendarDayProps extends PlannerPageProps {
  readonly day: CalendarDay;
  readonly appointments: readonly DayAppointment[];
  readonly offers: DayOffers;
  /** appointments to which another seat would be offered now */
  readonly toOffer: number;
  readonly page: number;
  /** appointments for which another seat has just been asked */
  readonly offered: number;
}

/** One day of the office's calendar: who comes, what is planned, and what can be done about it. */
export function CalendarDayView(props: CalendarDayProps) {
  const { context, at, day, offered } = props;
  const { language } = context;
  const t = calendarDayTexts.for(language);
  const { code } = at.office;
  const title = capital(longDate(day.day, language));
  const href = (shift: number) => plannerPaths.calendarDay(code, day.day.add({ days: shift }).toString());
  const hasDayBefore = Temporal.PlainDate.compare(day.day, at.today) > 0;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      breadcrumb={[
        { label: closuresTexts.for(language)('title'), href: plannerPaths.closures(code) },
        { label: title },
      ]}
    >
      {offered > 0 && (
        <Alert language={language} tone="success" live title={t('offered', { count: offered })}>
          <a href={`/office/${code}/to-do`}>{previewTexts.for(language)('toDo')}</a>
        </Alert>
      )}
      <PageHeading title={title} aside={<State state={day.state} language={language} />} />
      <div class="row">
        <div class="col-lg-5 order-lg-last">
          <h2>{t('planned')}</h2>
          <Planned {...props} />
          <h2 id="change">{t('change')}</h2>
          <Changes {...props} />
        </div>
        <div class="col-lg-7">
          <Appointments {...props} />
        </div>
      </div>
      <Toolbar label={t('calendar')}>
        {hasDayBefore && (
          <ButtonLink href={href(-1)} kind="plain" icon="chevron-left" small>
            {t('previous')}
          </ButtonLink>
        )}
        <ButtonLink href={href(1)} kind="plain" icon="chevron-right" small>
          {t('next')}
        </ButtonLink>
        <ButtonLink href={`${plannerPaths.closures(code)}#calendar`} kind="plain" icon="calendar" small>
          {t('calendar')}
        </ButtonLink>
      </Toolbar>
    </OfficeLayout>
  );
}

function Changes({ context, at, day }: CalendarDayProps) {
  const t = calendarDayTexts.for(context.language);
  const { code } = at.office;
  const iso = day.day.toString();
  // A closed day is opened again above, beside what closes it.
  const isClosed = day.state === 'closed';
  return (
    <Actions>
      {!isClosed && (
        <>
          <ButtonLink href={`${plannerPaths.newClosure(code)}?firstDay=${iso}`} icon="ban">
            {t('closeDay')}
          </ButtonLink>
          <ButtonLink href={`${plannerPaths.newClosure(code)}?firstDay=${iso}#starts`} kind="secondary" icon="clock">
            {t('closeHours')}
          </ButtonLink>
        </>
      )}
      <ButtonLink href={`${plannerPaths.newExtraOpening(code)}?firstDay=${iso}`} kind="secondary" icon="plus">
        {t('openExtra')}
      </ButtonLink>
    </Actions>
  );
}

function State({ state, language }: { state: DayState; language: CalendarDayProps['context']['language'] }) {
  return (
    <Badge tone={tones[state]} icon={icons[state]}>
      {yearTexts.for(language)(state)}
    </Badge>
  );
}

function Appointments({ context, at, day, appointments, page, offers, toOffer, offered }: CalendarDayProps) {
  const { language, csrf } = context;
  const t = calendarDayTexts.for(language);
  const words = previewTexts.for(language);
  const { code, timeZone } = at.office;
  const address = plannerPaths.calendarDay(code, day.day.toString());
  const last = Math.max(1, Math.ceil(appointments.length / onPage));
  const current = Math.min(page, last);
  const shown = appointments.slice((current - 1) * onPage, current * onPage);
  const title = appointments.length > 0 ? `${t('appointments')}: ${appointments.length}` : t('appointments');
  return (
    <>
      <h2>{title}</h2>
      {appointments.length === 0 && <p>{t('noAppointments')}</p>}
      <DayOffersState context={context} at={at} offers={offers} />
      {toOffer > 0 && offered === 0 && (
        <Alert language={language} tone="warning" title={t('uncovered', { count: toOffer })}>
          <p>{t('uncoveredWhy')}</p>
          <ActionForm action={`${address}/offers`} csrf={csrf} language={language}>
            <Button kind="secondary" small>
              {t('offerMoves')}
            </Button>
          </ActionForm>
        </Alert>
      )}
      {shown.length > 0 && (
        <Table
          caption={title}
          dense
          columns={[
            { label: words('when') },
            { label: words('booking') },
            { label: words('service') },
            { label: words('partySize'), numeric: true },
            { label: t('state') },
          ]}
          rows={shown.map((booking) => ({
            key: booking.code,
            cells: [
              clockTime(booking.startsAt, timeZone),
              <BookingCode at={at} code={booking.code} familyName={booking.familyName} />,
              localText(booking.service, language),
              booking.party,
              booking.uncovered ? <Badge tone="warning">{t('withoutSeat')}</Badge> : t('withSeat'),
            ],
          }))}
        />
      )}
      <Pagination
        language={language}
        previous={current > 1 ? `${address}?page=${current - 1}` : undefined}
        next={current < last ? `${address}?page=${current + 1}` : undefined}
      />
    </>
  );
}

function Planned({ context, at, day }: CalendarDayProps) {
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
