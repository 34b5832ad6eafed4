import type { Office } from '#features/offices/index.ts';
import { clockTime, longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { DayField } from '#ui/fields/date-field.tsx';
import { freshForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import type { AgendaAppointment, AgendaDay } from '../../agenda-day.query.ts';
import { bookingPath } from '../../at-office.ts';
import { agendaPath } from '../agenda/agenda-path.ts';
import { nameOf } from '../desk.view.tsx';
import { allAgendasTexts } from './all-agendas.text.ts';

export interface OfficeDay {
  readonly office: Office;
  readonly day: AgendaDay;
  readonly maySeeBookings: boolean;
}

export const allAgendasPath = '/office/agenda';

/** The same day at every office somebody works at, one office after the other. */
export function AllAgendasView(props: {
  context: PageContext;
  date: Temporal.PlainDate;
  days: readonly OfficeDay[];
  invalid: boolean;
}) {
  const { context, date, days, invalid } = props;
  const { language } = context;
  const t = allAgendasTexts.for(language);
  const count = days.reduce((sum, { day }) => sum + day.appointments.length, 0);
  const on = (other: Temporal.PlainDate) => `${allAgendasPath}?date=${other.toString()}`;
  const nav = [
    { href: sitePaths.office, label: t('offices'), current: false },
    { href: allAgendasPath, label: t('title'), current: true },
  ];
  return (
    <Layout context={context} title={t('title')} area="office" nav={nav}>
      <PageHeading title={t('title')} lead={t('lead', { day: capital(longDate(date, language)), count })} />
      {invalid && <Alert language={language} tone="warning" title={t('badDate')} live />}
      <Toolbar label={t('date')}>
        <ButtonLink href={on(date.subtract({ days: 1 }))} kind="secondary" small>
          {t('before')}
        </ButtonLink>
        <ButtonLink href={allAgendasPath} kind="secondary" small>
          {t('today')}
        </ButtonLink>
        <ButtonLink href={on(date.add({ days: 1 }))} kind="secondary" small>
          {t('after')}
        </ButtonLink>
        <form method="get" action={allAgendasPath} class="d-flex align-items-end gap-2">
          <DayField form={freshForm(language, { date: date.toString() })} name="date" label={t('date')} />
          <Button kind="secondary" small>
            {t('show')}
          </Button>
        </form>
      </Toolbar>
      {days.map((one) => (
        <OfficeSection key={one.office.code} {...one} language={language} date={date} />
      ))}
    </Layout>
  );
}

function OfficeSection(props: OfficeDay & { language: PageContext['language']; date: Temporal.PlainDate }) {
  const { office, day, language, date, maySeeBookings } = props;
  const t = allAgendasTexts.for(language);
  const name = localText(office.name, language);
  const id = `at-${office.code}`;
  const who = (booking: AgendaAppointment) =>
    maySeeBookings ? <a href={bookingPath(office, booking.code)}>{nameOf(booking)}</a> : nameOf(booking);
  return (
    <section aria-labelledby={id} class="mb-5">
      <h2 id={id} class="h4">
        {name} <span class="t-muted">· {t('count', { count: day.appointments.length })}</span>
      </h2>
      {day.appointments.length > 0 && (
        <Table
          caption={t('caption', { office: name })}
          dense
          columns={[{ label: t('time') }, { label: t('person') }, { label: t('service') }, { label: t('state') }]}
          rows={day.appointments.map((booking) => ({
            key: booking.id,
            cells: [
              clockTime(booking.startsAt, office.timeZone),
              who(booking),
              localText(booking.serviceName, language),
              <BookingBadge key="state" language={language} status={booking.status} />,
            ],
          }))}
        />
      )}
      <p>
        <a href={agendaPath(office, date, 'hours')}>{t('agenda', { office: name })}</a>
      </p>
    </section>
  );
}
