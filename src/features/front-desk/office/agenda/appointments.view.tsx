import { reasonName } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { AgendaEntry, DayList } from '#ui/calendar/day-grid.tsx';
import { Table } from '#ui/table.tsx';
import type { AgendaAppointment } from '../../agenda-day.query.ts';
import { bookingPath } from '../../at-office.ts';
import { entryId } from './agenda-path.ts';
import { agendaTexts } from './agenda.text.ts';
import type { AgendaProps } from './agenda.view.tsx';
import { deskTexts } from '../desk.text.ts';
import { channelName, missingInWords, nameOf } from '../desk.view.tsx';
import { MissingBadges } from '../completion/missing-badges.view.tsx';
import { MailBadge } from '../booking/mail-back.view.tsx';
import { isTickable, mayTick, TickBox, WithTicked } from '../mass/ticks.view.tsx';
import { QuickActions } from './quick-actions.view.tsx';

/** The day hour by hour; the line of now stands where the clock does. */
export function AppointmentsByHour(props: AgendaProps) {
  const { context, at, day, now } = props;
  const { language } = context;
  const zone = at.office.timeZone;
  const hours = Map.groupBy(day.appointments, (booking) => clockTime(booking.startsAt, zone));
  return (
    <DayList
      language={language}
      now={day.date.equals(dayIn(now, zone)) ? clockTime(now, zone) : undefined}
      hours={[...hours].map(([time, bookings]) => ({
        time,
        children: bookings.map((booking) => <Entry key={booking.id} {...props} booking={booking} />),
      }))}
    />
  );
}

type OneProps = AgendaProps & { booking: AgendaAppointment };

function Entry(props: OneProps) {
  const { context, at, booking } = props;
  const { language } = context;
  const t = deskTexts.for(language);
  const { code, party, reason } = booking;
  return (
    <AgendaEntry
      id={entryId(code)}
      href={at.may('see-booking') ? bookingPath(at.office, code) : undefined}
      title={nameOf(booking)}
      over={booking.status === 'served' || booking.status === 'no-show'}
      about={
        <>
          {localText(booking.serviceName, language)}
          {reason && ` · ${reasonName(reason, language)}`}
          {party > 1 && ` · ${t('people', { count: party })}`}
          {' · '}
          <Code code={code} />
        </>
      }
      status={<States {...props} />}
    >
      <QuickActions {...props} />
    </AgendaEntry>
  );
}

/** The same day as a table, for printing and for reading in one go. */
export function AppointmentTable(props: AgendaProps) {
  const { context, at, day, now } = props;
  const { language } = context;
  const t = agendaTexts.for(language);
  const ticks = new Set(mayTick(at) ? day.appointments.filter((booking) => isTickable(booking, now)) : []);
  const table = (
    <Table
      dense
      caption={t('caption', { day: longDate(day.date, language) })}
      columns={[
        { label: t('time') },
        { label: t('who') },
        { label: t('people'), numeric: true },
        { label: t('service') },
        { label: t('code') },
        { label: t('status') },
        { label: t('actions'), quiet: true },
      ]}
      rows={day.appointments.map((booking) => ({
        key: booking.id,
        tone: booking.status === 'served' || booking.status === 'no-show' ? 'muted' : undefined,
        cells: [
          <span id={entryId(booking.code)} tabindex={-1} class="d-flex align-items-center">
            {ticks.has(booking) && <TickBox booking={booking} language={language} />}
            {clockTime(booking.startsAt, at.office.timeZone)}
          </span>,
          at.may('see-booking') ? (
            <a href={bookingPath(at.office, booking.code)} translate={false}>
              {nameOf(booking)}
            </a>
          ) : (
            nameOf(booking)
          ),
          booking.party,
          <>
            {localText(booking.serviceName, language)}
            {booking.reason && <span class="t-muted"> · {reasonName(booking.reason, language)}</span>}
          </>,
          <Code code={booking.code} />,
          <States {...props} booking={booking} />,
          <QuickActions {...props} booking={booking} />,
        ],
      }))}
    />
  );
  if (ticks.size === 0) return table;
  return (
    <>
      {table}
      <WithTicked language={language} at={at} from={day.date} to={day.date} />
    </>
  );
}

/** The state, what is missing, and since when people wait. */
function States({ context, at, booking }: OneProps) {
  const { language } = context;
  const t = agendaTexts.for(language);
  const missing = missingInWords(booking, language);
  const time = (instant: Temporal.Instant): string => clockTime(instant, at.office.timeZone);
  const isHere = booking.status === 'checked-in';
  return (
    <div class="d-flex flex-wrap gap-1 align-items-center">
      {missing === undefined ? (
        <BookingBadge language={language} status={booking.status} />
      ) : (
        <Badge tone="warning" icon="clock">
          {missing}
        </Badge>
      )}
      <MailBadge booking={booking} language={language} />
      {booking.takenInChargeAt && <Badge tone="info">{t('charged')}</Badge>}
      <MissingBadges booking={booking} language={language} />
      {booking.proofToCheck && <Badge tone="warning">{t('checkProof')}</Badge>}
      {(booking.channel === 'partner-desk' || booking.channel === 'phone') && (
        <Badge tone="neutral">{channelName(booking.channel, language)}</Badge>
      )}
      <SinceWhen
        isShown={isHere}
        language={language}
        arrived={booking.arrivedAt && time(booking.arrivedAt)}
        called={booking.calledAt && time(booking.calledAt)}
      />
    </div>
  );
}

function SinceWhen(props: { isShown: boolean; language: Language; arrived: string | null; called: string | null }) {
  const { isShown, language, arrived, called } = props;
  const t = agendaTexts.for(language);
  if (!isShown) return null;
  const words = [arrived && t('arrivedAt', { time: arrived }), called && t('calledAt', { time: called })].filter(
    Boolean,
  );
  return <span class="t-muted">{words.join(', ')}</span>;
}

function Code({ code }: { code: string }) {
  return (
    <span class="t-code" translate={false}>
      {code}
    </span>
  );
}
