import { Actions, ButtonLink } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { Booking } from '../../booking.query.ts';
import { cancelRefusal } from '../../cancel.rules.ts';
import { isOver } from './booking-state.view.tsx';
import { bookingTexts } from './booking.text.ts';
import { AskLink } from './request.view.tsx';

/** What can be done with an appointment: first what changes it, then what keeps it at hand. */
export function Ways({ context, booking, now }: { context: PageContext; booking: Booking; now: Temporal.Instant }) {
  const t = bookingTexts.for(context.language);
  const refusal = cancelRefusal(booking, now);
  const isAhead = booking.live && !isOver(booking, now);
  return (
    <>
      {isAhead && refusal === undefined && (
        <Actions>
          <ButtonLink href={`/bookings/${booking.code}/move`} kind="secondary" icon="clock">
            {t('move')}
          </ButtonLink>
          <ButtonLink href={`/bookings/${booking.code}/cancel`} kind="danger">
            {t('cancel')}
          </ButtonLink>
        </Actions>
      )}
      {!isAhead && (
        <Actions>
          <ButtonLink href={`/offices/${booking.officeCode}/${booking.serviceCode}`}>{t('bookAgain')}</ButtonLink>
        </Actions>
      )}
      <ul class="t-ticket-keep">
        {isAhead && (
          <li>
            <a href={`/bookings/${booking.code}/event.ics`} download>
              <Icon name="calendar" />
              {t('addToCalendar')}
            </a>
          </li>
        )}
        {booking.status !== 'cancelled' && (
          <li>
            <a href={`/bookings/${booking.code}/receipt.pdf`}>
              <Icon name="file" />
              {t('receiptPdf')}
            </a>
          </li>
        )}
        <li class="t-not-on-phone">
          <button type="button" class="btn t-btn-plain" hidden data-print>
            <Icon name="print" />
            {t('print')}
          </button>
        </li>
      </ul>
      {refusal === 'too-late' && !isOver(booking, now) && <p>{t('cancelLate')}</p>}
      <AskLink context={context} booking={booking} path={`/bookings/${booking.code}`} now={now} />
    </>
  );
}
