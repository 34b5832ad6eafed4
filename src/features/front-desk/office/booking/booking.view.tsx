import {
  type Attachment,
  AttachmentList,
  type Booking,
  type BookingEvent,
  type OfficeMessage,
  type OfficeRequest,
  type Priority,
  type Papers,
  PapersToBring,
} from '#features/booking/index.ts';
import type { RequestedFile } from '#features/offices/index.ts';
import { dayIn, longDate, withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import type { BookingMessage } from '../../booking-messages.ts';
import type { AccountAtDesk } from '../identify/account-at-desk.query.ts';
import { AccountOfBooking } from '../identify/account-of-booking.view.tsx';
import { agendaPath, entryId } from '../agenda/agenda-path.ts';
import { Completion } from '../completion/completion.view.tsx';
import { BookingActions } from './booking-actions.view.tsx';
import { factRows, hours } from './booking-facts.view.tsx';
import { deskBookingTexts } from './booking.text.ts';
import { missingInWords, nameOf } from '../desk.view.tsx';
import { type Deed, Done } from '../done.view.tsx';
import { DeskHistory } from './history.view.tsx';
import { mailBackTexts } from './mail-back.text.ts';
import { MailBack } from './mail-back.view.tsx';
import { MoveState } from './move-state.view.tsx';
import { Messages } from './messages.view.tsx';
import { PriorityProof } from './priority.view.tsx';
import { People } from './people.view.tsx';

export interface BookingViewProps {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  /** of who booked; undefined for a booking made at the desk */
  account: AccountAtDesk | undefined;
  history: readonly BookingEvent[];
  messagesToMany: ReadonlyMap<string, OfficeMessage>;
  messages: readonly BookingMessage[];
  /** Sent by the citizen, and asked for. */
  attachments: readonly Attachment[];
  files: readonly RequestedFile[];
  requests: readonly OfficeRequest[];
  /** The right to be served first that the seat was given for. */
  priority: Priority | undefined;
  /** The positions of those who may leave the party, for whoever may take them out. */
  removable: readonly number[];
  now: Temporal.Instant;
  /** What the office wrote to the person when it took the booking in charge. */
  chargeNote: string | null;
  /** What was just done. */
  /** what its people bring, know and pay */
  papers: Papers;
  deed?: Deed | undefined;
  /** Why what was just pressed was not done. */
  refusal?: string | undefined;
  /** The page was too old for the button that was pressed. */
  stale?: boolean | undefined;
  cancelForm: FormState;
}

/** A booking at the desk: who and what on the left, what can be done and what happened on the right. */
export function BookingView(props: BookingViewProps) {
  const { context, at, booking, history, refusal, stale, cancelForm } = props;
  const { language } = context;
  const t = deskBookingTexts.for(language);
  const day = dayIn(booking.startsAt, booking.timeZone);
  const agenda = `${agendaPath(at.office, day, 'hours')}#${entryId(booking.code)}`;
  return (
    <OfficeLayout
      width="full"
      context={context}
      at={at}
      title={t('title', { name: nameOf(booking) })}
      invalid={cancelForm.errors.length > 0}
      breadcrumb={[
        { label: t('back', { date: withArticle('del', day, language) }), href: agenda },
        { label: booking.code },
      ]}
    >
      <PageHeading
        title={nameOf(booking)}
        kicker={
          <>
            {localText(booking.serviceName, language)} ·{' '}
            <span class="t-code" translate={false}>
              {booking.code}
            </span>
          </>
        }
        lead={t('whenIs', { day: capital(longDate(day, language)), ...hours(booking) })}
        aside={<BookingBadge language={language} status={booking.status} />}
      />
      {props.deed && (
        <Done context={context} at={at} booking={booking} now={props.now} deed={props.deed} note={props.chargeNote} />
      )}
      {refusal && (
        <Alert language={language} tone="danger" title={t('refused')} live>
          <p>{refusal}.</p>
        </Alert>
      )}
      {stale && <Alert language={language} tone="warning" title={t('stale')} live />}
      <MailBack context={context} at={at} booking={booking} now={props.now} />
      <MoveState context={context} at={at} booking={booking} now={props.now} requests={props.requests} />
      <Attention booking={booking} language={language} />
      {props.priority && (
        <PriorityProof
          context={context}
          priority={props.priority}
          zone={booking.timeZone}
          action={at.may('serve') ? `${bookingPath(at.office, booking.code)}/priority-proof` : undefined}
        />
      )}
      <div class="t-booking">
        <div>
          <section>
            <h2 class="mt-2">{t('people', { count: booking.people.length })}</h2>
            <People
              people={booking.people}
              language={language}
              removable={props.removable}
              path={bookingPath(at.office, booking.code)}
            />
          </section>
          <AttachmentList
            language={language}
            attachments={props.attachments}
            files={props.files}
            path={bookingPath(at.office, booking.code)}
          />
          <Completion at={at} booking={booking} language={language} />
          <section class="t-booking-facts">
            <SummaryList language={language} rows={factRows(booking, language, props.chargeNote)} />
          </section>
          {booking.live && <PapersToBring language={language} papers={props.papers} />}
          <AccountOfBooking {...props} />
        </div>
        <div>
          <BookingActions {...props} />
          <section class="t-booking-history">
            <h2>{t('history')}</h2>
            <DeskHistory language={language} zone={booking.timeZone} events={history} messages={props.messagesToMany} />
            <h2>{mailBackTexts.for(language)('messages')}</h2>
            <Messages language={language} zone={booking.timeZone} messages={props.messages} />
          </section>
        </div>
      </div>
    </OfficeLayout>
  );
}

/** What is missing, or why it is off. */
function Attention({ booking, language }: { booking: Booking; language: Language }) {
  const t = deskBookingTexts.for(language);
  const missing = missingInWords(booking, language);
  // Said already, with why and what to do.
  if (missing && booking.confirmUndeliveredAt) return null;
  if (missing) return <Alert language={language} tone="warning" title={missing} />;
  if (booking.status !== 'cancelled') return null;
  return (
    <Alert language={language} tone="info" title={t('why', { who: cancelledBy(booking, language) })}>
      {booking.cancelReason && <p>{t('cancelledBecause', { reason: booking.cancelReason })}</p>}
    </Alert>
  );
}

function cancelledBy({ cancelledBy: by }: Booking, language: Language): string {
  const t = deskBookingTexts.for(language);
  switch (by) {
    case 'office':
      return t('whoOffice');
    case 'rejected':
      return t('whoRejected');
    case 'not-confirmed':
      return t('whoUnconfirmed');
    case 'clearance-refused':
      return t('whoRefused');
    case 'clearance-late':
      return t('whoClearance');
    case 'citizen':
    case null:
      return t('whoCitizen');
  }
}
