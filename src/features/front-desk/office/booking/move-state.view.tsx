import { type Booking, endRefusal, liveOffer, type OfficeRequest } from '#features/booking/index.ts';
import { clockTime, dayIn } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { moveStateTexts } from './move-state.text.ts';

interface Props {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  now: Temporal.Instant;
}

/** On a booking's page: what its people ask, and the seat they were offered. */
export function MoveState(props: Props & { requests: readonly OfficeRequest[] }) {
  const { context, at, booking, requests } = props;
  const { language } = context;
  const t = moveStateTexts.for(language);
  const open = requests.filter(({ state }) => state === 'open');
  return (
    <>
      {open.map((request) => (
        <Alert key={request.id} language={language} tone="warning" title={t('request', { kind: request.kind })}>
          <p>{request.text}</p>
          {at.may('cancel') && (
            <ButtonLink href={`${bookingPath(at.office, booking.code)}/requests/${request.id}`} small>
              {t('answer')}
            </ButtonLink>
          )}
        </Alert>
      ))}
      <OfferState {...props} />
    </>
  );
}

function OfferState(props: Props) {
  const { context, at, booking, now } = props;
  const { language, csrf } = context;
  const t = moveStateTexts.for(language);
  if (booking.offer === null || endRefusal(booking) !== undefined) return null;
  const offer = liveOffer(booking.offer, now);
  if (offer) {
    const words = when(offer.startsAt, booking.timeZone, language);
    return (
      <Alert language={language} tone="info" title={t('offered', words)}>
        {t('offeredText', when(offer.expiresAt, booking.timeZone, language))}
      </Alert>
    );
  }
  const titles = { declined: t('declined'), 'no-seat': t('noSeat'), expired: t('expired'), offered: t('expired') };
  const path = bookingPath(at.office, booking.code);
  return (
    <Alert language={language} tone="warning" title={titles[booking.offer.state]}>
      <p>{t('toSettle')}</p>
      {at.may('cancel') && (
        <Actions>
          <ButtonLink href={`${path}/move`} small>
            {t('move')}
          </ButtonLink>
          <ActionForm action={`${path}/keep`} csrf={csrf} language={language}>
            <Button kind="secondary" small>
              {t('keep')}
            </Button>
          </ActionForm>
        </Actions>
      )}
    </Alert>
  );
}

function when(at: Temporal.Instant, zone: string, language: Language): { day: string; time: string } {
  return { day: dayOfMonth(dayIn(at, zone), language), time: clockTime(at, zone) };
}
