import { dayIn } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { Booking } from '../../booking.query.ts';
import type { BookingEvent } from '../../history.query.ts';
import { cancelRefusal } from '../../cancel.rules.ts';
import { closingWords } from '../../confirmation/closing-words.ts';
import { confirmRefusal } from '../../confirmation/confirmation.rules.ts';
import { isOpenPreCheck } from '../../examination/pre-check.rules.ts';
import { liveOffer } from '../../moves/offer.query.ts';
import type { Charge } from '../../take-in-charge.ts';
import { bookingTexts } from './booking.text.ts';
import { Cancelled } from './cancelled.view.tsx';
import { ChargeNotice } from './charge.view.tsx';
import { examinationTexts } from './examination.text.ts';
import { Examination } from './examination.view.tsx';
import { OfferCard } from './offer.view.tsx';

/** What asked for this page and could not be done. */
export type Notice = 'stale' | 'too-early' | 'refused';

/** How things stand and what there is to do now, above the receipt. */
export function BookingState(props: {
  context: PageContext;
  booking: Booking;
  now: Temporal.Instant;
  latest: BookingEvent | undefined;
  charge: Charge | undefined;
  /** where files are added, while they may be */
  attach?: string | undefined;
  notice?: Notice | undefined;
}) {
  const { context, booking, now, latest, notice } = props;
  const { language } = context;
  const t = bookingTexts.for(language);
  const late = !isOver(booking, now) && booking.status === 'booked' && confirmRefusal(booking, now) === 'too-late';
  return (
    <div class="t-no-print">
      {notice && <Alert language={language} tone="warning" live title={noticeWords(notice, booking, language)} />}
      {!notice && <JustDone {...props} />}
      {!isOver(booking, now) && (
        <OfferCard context={context} booking={booking} path={`/bookings/${booking.code}`} now={now} />
      )}
      {!liveOffer(booking.offer, now) && !isOver(booking, now) && (
        <ToConfirm context={context} booking={booking} now={now} />
      )}
      {isOver(booking, now) && booking.status !== 'cancelled' && (
        <Alert language={language} tone="info" title={t('overTitle')} />
      )}
      {isWaiting(booking) && !isOver(booking, now) && !liveOffer(booking.offer, now) && (
        <Alert language={language} tone="info" title={t('awaitingTitle')}>
          <p>{booking.contactEmail ? t('awaitingText') : t('awaitingNoMail')}</p>
        </Alert>
      )}
      {!liveOffer(booking.offer, now) && (
        <Examination
          context={context}
          booking={booking}
          path={`/bookings/${booking.code}`}
          now={now}
          attach={props.attach}
          justSent={!notice && latest?.kind === 'documents-sent' && isRecent(latest, now)}
        />
      )}
      {late && (
        <Alert language={language} tone="warning" title={t('lateTitle')}>
          {t('lateText')}
        </Alert>
      )}
      {booking.status === 'cancelled' && latest?.kind === 'cancelled' && !isRecent(latest, now) && (
        <Cancelled booking={booking} language={language} />
      )}
      {booking.live && !isOver(booking, now) && cancelRefusal(booking, now) === 'taken-in-charge' && (
        <ChargeNotice language={language} office={localText(booking.officeName, language)} charge={props.charge} />
      )}
    </div>
  );
}

// Who has something to send is told that instead.
function isWaiting({ status, preCheck }: Booking): boolean {
  return status === 'awaiting-office' && !isOpenPreCheck(preCheck?.state ?? null);
}

/** The appointment has been: nothing is left to do about it. */
export function isOver(booking: Booking, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(booking.endsAt, now) <= 0;
}

// The one thing to do while the window is open.
function ToConfirm({ context, booking, now }: { context: PageContext; booking: Booking; now: Temporal.Instant }) {
  if (confirmRefusal(booking, now) !== undefined || !booking.confirmClosesAt) return null;
  const { language, csrf } = context;
  const t = bookingTexts.for(language);
  const last = closingWords(booking.confirmClosesAt, booking.timeZone, language, (day) => dayOfMonth(day, language));
  const withOffice = booking.confirmUndeliveredAt !== null;
  return (
    <Card title={withOffice ? t('toConfirmNow') : t('toConfirm', { last })} icon="clock" highlighted>
      <p>
        {booking.status === 'awaiting-clearance'
          ? examinationTexts.for(language)('toConfirmToo')
          : withOffice
            ? t('toConfirmOffice')
            : t('toConfirmText')}
      </p>
      <ActionForm action={`/bookings/${booking.code}/confirm`} csrf={csrf} language={language}>
        <Button icon="check" busy={t('confirming')}>
          {t('confirm')}
        </Button>
      </ActionForm>
    </Card>
  );
}

// The page after a button says what it did; a few minutes later it only says how things stand.
function isRecent(event: BookingEvent, now: Temporal.Instant): boolean {
  return event.actor === 'citizen' && Temporal.Instant.compare(event.at.add({ minutes: 5 }), now) > 0;
}

function JustDone({
  context,
  booking,
  now,
  latest,
}: {
  context: PageContext;
  booking: Booking;
  now: Temporal.Instant;
  latest: BookingEvent | undefined;
}) {
  const { language } = context;
  const t = bookingTexts.for(language);
  if (!latest || !isRecent(latest, now)) return null;
  switch (latest.kind) {
    case 'created':
      return (
        <Alert language={language} tone="success" live title={t('justBooked')}>
          {booking.contactEmail && t('justBookedText', { email: booking.contactEmail })}
        </Alert>
      );
    case 'confirmed':
      return <Alert language={language} tone="success" live title={t('justConfirmed')} />;
    case 'moved':
      return <Alert language={language} tone="success" live title={t('justMoved')} />;
    case 'cancelled':
      return <Alert language={language} tone="success" live title={t('justCancelled')} />;
    case 'person-removed':
      return <Alert language={language} tone="success" live title={t('justRemoved')} />;
    case 'documents-sent':
      return (
        <Alert language={language} tone="success" live title={t('justSent')}>
          <p>{examinationTexts.for(language)('examinedText')}</p>
        </Alert>
      );
    case 'confirmed-early':
      return <Alert language={language} tone="success" live title={t('justConfirmedEarly')} />;
    case 'office-asked':
      return (
        <Alert language={language} tone="success" live title={t('justAsked')}>
          <p>{booking.contactEmail ? t('justAskedText') : t('justAskedNoMail')}</p>
        </Alert>
      );
    default:
      return null;
  }
}

function noticeWords(notice: Notice, booking: Booking, language: Language): string {
  const t = bookingTexts.for(language);
  if (notice === 'stale') return t('stale');
  if (notice === 'refused' || !booking.confirmOpensAt) return t('refused');
  return t('tooEarly', { opens: dayOfMonth(dayIn(booking.confirmOpensAt, booking.timeZone), language) });
}
