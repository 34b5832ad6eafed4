import { dayIn, dayMonthYear, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Columns } from '#ui/columns.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import { OfficeTime } from '#ui/calendar/office-time.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { Ticket } from '#ui/ticket.tsx';
import { PapersToBring } from '../../visit/papers.view.tsx';
import type { Papers } from '../../visit/what-to-bring.ts';
import { capital } from '#ui/calendar/weekdays.ts';
import type { RequestedFile } from '#features/offices/index.ts';
import { AttachmentList } from '../../attachments/attachment-list.view.tsx';
import type { Attachment } from '../../attachments/attachments.query.ts';
import { mayChangeFiles } from '../../attachments/files-due.rules.ts';
import type { Booking, PersonOfBooking } from '../../booking.query.ts';
import type { BookingEvent } from '../../history.query.ts';
import { ToComplete } from '../../completion/to-complete.view.tsx';
import type { Charge } from '../../take-in-charge.ts';
import type { OfficeRequest } from '../../requests/request.query.ts';
import { AboutOffice } from './about-office.view.tsx';
import { BookingState, isOver, type Notice } from './booking-state.view.tsx';
import { Ways } from './booking-ways.view.tsx';
import { bookingTexts } from './booking.text.ts';
import type { OfficeMessage } from '../../mass/mass.query.ts';
import type { Arrangement } from '../../arrangement/arrangement.query.ts';
import { arrangementWords } from '../../arrangement/arrangement-words.ts';
import { History } from './history.view.tsx';
import { AnswerList } from '../../questions/answer-list.view.tsx';
import { RemoveLink } from './remove.view.tsx';
import { RequestList } from './request.view.tsx';
import { reasonName } from '../../form/reasons.text.ts';
import { nextSteps } from './what-next.ts';

export interface BookingProps {
  context: PageContext;
  booking: Booking;
  history: readonly BookingEvent[];
  /** What the office wrote to many at once, this booking among them. */
  messages: ReadonlyMap<string, OfficeMessage>;
  requests: readonly OfficeRequest[];
  /** While the office works on it. */
  charge: Charge | undefined;
  papers: Papers;
  /** Sent with it, and asked for. */
  attachments: readonly Attachment[];
  files: readonly RequestedFile[];
  /** The code as a picture, a `data:` address. */
  qr: string;
  /** Who booked for them, and the proof to bring. */
  arrangement: Arrangement | undefined;
  /** The positions of those who may leave the party. */
  removable: readonly number[];
  now: Temporal.Instant;
  notice?: Notice | undefined;
}

/** The receipt: what there is to do, then the ticket, then all the rest. */
export function BookingView(props: BookingProps) {
  const { context, booking, history, now } = props;
  const { language } = context;
  const t = bookingTexts.for(language);
  const open = props.requests.filter(({ state }) => state === 'open');
  const answered = props.requests.filter(({ state }) => state !== 'open');
  return (
    <Layout
      context={context}
      title={t('title')}
      breadcrumb={[{ label: t('all'), href: sitePaths.bookings }, { label: booking.code }]}
    >
      <PageHeading title={t('title')} />
      <Columns
        aside={
          <>
            <RequestList language={language} zone={booking.timeZone} requests={answered} />
            <AboutOffice language={language} booking={booking} />
            <section class="t-no-print">
              <h2>{t('history')}</h2>
              <History language={language} zone={booking.timeZone} events={history} messages={props.messages} />
            </section>
          </>
        }
      >
        <BookingState
          context={context}
          booking={booking}
          now={now}
          latest={history.at(-1)}
          charge={props.charge}
          attach={
            props.files.length > 0 && mayChangeFiles(booking, now) ? `/bookings/${booking.code}/attachments` : undefined
          }
          notice={props.notice}
        />
        <RequestList language={language} zone={booking.timeZone} requests={open} />
        <ToComplete booking={booking} now={now} language={language} />
        <Receipt {...props} />
        <AttachmentList
          language={language}
          attachments={props.attachments}
          files={props.files}
          path={`/bookings/${booking.code}`}
          mayChange={mayChangeFiles(booking, now)}
        />
      </Columns>
    </Layout>
  );
}

function Receipt({ context, booking, papers, qr, removable, arrangement, now }: BookingProps) {
  const { language } = context;
  const t = bookingTexts.for(language);
  const isAhead = booking.live && !isOver(booking, now);
  const next = nextSteps(booking, { language, now, booked: true });
  const { startsAt, timeZone } = booking;
  const city = booking.officeKind === 'municipal' ? undefined : localText(booking.officeCity, language);
  return (
    <Ticket
      language={language}
      day={capital(longDate(dayIn(startsAt, timeZone), language))}
      time={
        <>
          <OfficeTime language={language} instant={startsAt} zone={timeZone} bare />
          {city && <span class="t-ticket-zone">{t('clock', { city })}</span>}
        </>
      }
      what={localText(booking.serviceName, language)}
      where={
        <>
          <p class="mb-0">{localText(booking.officeName, language)}</p>
          {booking.officeAddress && (
            <p class="mb-0" translate={false}>
              {booking.officeAddress}
            </p>
          )}
        </>
      }
      status={<BookingBadge language={language} status={booking.status} />}
      code={booking.code}
      qr={isAhead ? { src: qr, alt: t('qr') } : undefined}
      ways={<Ways context={context} booking={booking} now={now} />}
    >
      <h2>{t('people')}</h2>
      <ul>
        {booking.people.map((person, index) => (
          <li key={index}>
            <PersonLine person={person} language={language} />
            {removable.includes(person.position) && (
              <RemoveLink person={person} path={`/bookings/${booking.code}`} language={language} />
            )}
            <AnswerList answers={person.answers} language={language} />
          </li>
        ))}
      </ul>
      {arrangementWords(arrangement, language).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {(booking.reason ?? booking.notes) && (
        <p>
          {booking.reason && `${t('reason')}: ${reasonName(booking.reason, language)}. `}
          {booking.notes && `${t('notes')}: ${booking.notes}`}
        </p>
      )}
      {isAhead && next.length > 0 && (
        <>
          <h2>{t('next')}</h2>
          <ul>
            {next.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      {isAhead && <PapersToBring language={language} papers={papers} />}
    </Ticket>
  );
}

function PersonLine({ person, language }: { person: PersonOfBooking; language: Language }) {
  const { givenName, familyName, birthDate } = person;
  return (
    <>
      <span translate={false}>
        {givenName} {familyName}
      </span>
      {birthDate && `, ${dayMonthYear(birthDate, language)}`}
    </>
  );
}
