import { clockTime, dayIn, longDate, shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figures } from '#ui/figures.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import type { AgendaDay } from '../../agenda-day.query.ts';
import { bookingPath, type AtOffice, deskPath } from '../../at-office.ts';
import { countDay } from '../../rules.ts';
import { type AgendaLook, agendaPath } from './agenda-path.ts';
import { AgendaTools } from './agenda-tools.view.tsx';
import { agendaTexts } from './agenda.text.ts';
import { lacksSomething } from './lacking.ts';
import { AppointmentsByHour, AppointmentTable } from './appointments.view.tsx';
import { nameOf } from '../desk.view.tsx';

export interface AgendaProps {
  context: PageContext;
  at: AtOffice;
  day: AgendaDay;
  view: AgendaLook;
  now: Temporal.Instant;
  /** Only those of whom something is missing. */
  onlyLacking?: boolean | undefined;
  /** The address asked for a day that does not exist. */
  invalid?: boolean | undefined;
}

/** The day at a glance: five numbers, then hour by hour, each appointment with what can be done at once. */
export function AgendaView(props: AgendaProps) {
  const { context, at, day, view, now, invalid } = props;
  const { language } = context;
  const t = agendaTexts.for(language);
  const words = longDate(day.date, language);
  const lacking = day.appointments.filter(lacksSomething);
  const shown = props.onlyLacking && lacking.length > 0 ? { ...props, day: { ...day, appointments: lacking } } : props;
  return (
    <OfficeLayout width="full" context={context} at={at} title={t('windowTitle', { day: words })}>
      <PageHeading
        title={capital(words)}
        kicker={t('title')}
        lead={whenIs(props)}
        aside={
          at.may('book-for-citizen') && (
            <div class="d-none d-md-block">
              <ButtonLink href={deskPath(at.office, 'bookings/new')} icon="plus-circle">
                {t('book')}
              </ButtonLink>
            </div>
          )
        }
      />
      {invalid && <Alert language={language} tone="warning" title={t('invalidDay')} />}
      {day.appointments.length > 0 && <DayFigures {...props} />}
      <AgendaTools {...props} />
      {day.appointments.length === 0 ? (
        <NothingToday {...props} />
      ) : view === 'list' ? (
        <AppointmentTable {...shown} />
      ) : (
        <AppointmentsByHour {...shown} />
      )}
      <Cancelled {...props} />
      {view === 'hours' && day.appointments.length > 0 && <Keys {...props} />}
      <p class="t-muted t-no-print">
        {t('updated', { time: clockTime(now, at.office.timeZone) })}{' '}
        <a href={agendaPath(at.office, day.date, view)}>{t('refresh')}</a>
      </p>
    </OfficeLayout>
  );
}

function whenIs({ context, at, day, now }: AgendaProps): string {
  const t = agendaTexts.for(context.language);
  const { office } = at;
  const order = Temporal.PlainDate.compare(day.date, dayIn(now, office.timeZone));
  if (order !== 0) return order < 0 ? t('past') : t('coming');
  const time = clockTime(now, office.timeZone);
  return office.kind === 'consular'
    ? t('todayNowIn', { time, city: localText(office.city, context.language) })
    : t('todayNow', { time });
}

function DayFigures({ context, day }: AgendaProps) {
  const t = agendaTexts.for(context.language);
  const numbers = countDay(day.appointments);
  return (
    <Figures
      figures={[
        { label: t('appointments'), value: numbers.appointments },
        { label: t('people'), value: numbers.people },
        { label: t('arrived'), value: numbers.arrived },
        { label: t('served'), value: numbers.served },
        { label: t('absent'), value: numbers.absent },
      ]}
    />
  );
}

function NothingToday({ context, at, day, view, now }: AgendaProps) {
  const { language } = context;
  const t = agendaTexts.for(language);
  const { office } = at;
  const isToday = day.date.equals(dayIn(now, office.timeZone));
  const next = day.nextBusyDay;
  return (
    <EmptyState icon="calendar" title={isToday ? t('emptyToday') : t('empty')}>
      <p>{next ? t('nextBusy', { day: longDate(next, language) }) : t('noneComing')}</p>
      {next && (
        <Actions>
          <ButtonLink href={agendaPath(office, next, view)} kind="secondary">
            {t('goToNext', { day: shortDate(next, language) })}
          </ButtonLink>
        </Actions>
      )}
    </EmptyState>
  );
}

// Shown by the script that reads them.
function Keys({ context, at }: AgendaProps) {
  const t = agendaTexts.for(context.language);
  if (!at.may('serve')) return null;
  const keys = [
    ['↑ ↓', t('keyMove')],
    ['Enter', t('keyOpen')],
    ['A', t('keyArrived')],
    ['C', t('keyCall')],
    ['S', t('keyServed')],
    ['N', t('keyAbsent')],
    ['Z', t('keyUndo')],
  ] as const;
  return (
    <details class="mb-4 t-no-print" hidden data-agenda-keys>
      <summary>{t('keys')}</summary>
      <p class="mt-2">{t('keysWhere')}</p>
      <dl class="t-keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Cancelled({ context, at, day }: AgendaProps) {
  const { language } = context;
  const t = agendaTexts.for(language);
  const { office } = at;
  if (day.cancelled.length === 0) return null;
  return (
    <details class="mb-4">
      <summary>{t('cancelled', { count: day.cancelled.length })}</summary>
      <ul class="list-unstyled mt-2">
        {day.cancelled.map((booking) => (
          <li key={booking.id}>
            {clockTime(booking.startsAt, office.timeZone)}{' '}
            {at.may('see-booking') ? (
              <a href={bookingPath(office, booking.code)}>{nameOf(booking)}</a>
            ) : (
              nameOf(booking)
            )}
            <span class="t-muted"> · {localText(booking.serviceName, language)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
