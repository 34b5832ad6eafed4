import type { ComponentChildren } from 'preact';
import { clockTime, dayIn } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { Booking } from '../../booking.query.ts';
import { cancelRefusal } from '../../cancel.rules.ts';
import { closingWords } from '../../confirmation/closing-words.ts';
import { confirmRefusal } from '../../confirmation/confirmation.rules.ts';
import { bookingTexts } from '../own/booking.text.ts';
import { chargeTexts } from '../own/charge.text.ts';
import { liveOffer } from '../../moves/offer.query.ts';
import { When } from '../hold/held-bar.view.tsx';
import { myBookingsTexts } from './my-bookings.text.ts';
import { StillMissing } from '../../completion/still-missing.view.tsx';
import { Past } from './past.view.tsx';
import { offerTexts } from '../own/offer.text.ts';
import { Until } from '../until.view.tsx';
import { isCitizensTurn } from '../../examination/pre-check.rules.ts';
import { nextSteps } from '../own/what-next.ts';
import type { Entry } from '../../waiting-list/entry.query.ts';
import { WaitingNow } from '../waiting-list/waiting-now.view.tsx';

interface ListProps {
  context: PageContext;
  bookings: readonly Booking[];
  /** what they wait for on a list */
  waiting: readonly Entry[];
  /** their places in waiting rooms */
  rooms?: ComponentChildren;
  now: Temporal.Instant;
}

/** What needs doing first, then what is coming, then the rest. */
export function MyBookingsView({ context, bookings, waiting: entries, rooms, now }: ListProps) {
  const { language } = context;
  const t = myBookingsTexts.for(language);
  const isOver = (booking: Booking): boolean => !booking.live || Temporal.Instant.compare(booking.endsAt, now) <= 0;
  const past = bookings.filter(isOver);
  const live = bookings.filter((booking) => !isOver(booking));
  const isOffered = (booking: Booking): boolean => liveOffer(booking.offer, now) !== undefined;
  const waiting = live.filter(
    (booking) => isOffered(booking) || mustSend(booking) || confirmRefusal(booking, now) === undefined,
  );
  const toDo = [...waiting.filter(isOffered), ...waiting.filter((booking) => !isOffered(booking))];
  const coming = live.filter((booking) => !toDo.includes(booking));
  return (
    <Layout context={context} title={t('title')} width="text">
      <PageHeading title={t('title')} lead={bookings.length > 0 ? leadOf(toDo, live, language) : undefined} />
      {rooms}
      {bookings.length === 0 && !rooms && (
        <EmptyState icon="calendar" title={t('emptyTitle')}>
          <p>{t('emptyText')}</p>
          <ButtonLink href="/">{t('book')}</ButtonLink>
        </EmptyState>
      )}
      <WaitingNow context={context} entries={entries} now={now} />
      {toDo.length > 0 && <h2>{t('toDo')}</h2>}
      {toDo.map((booking) => (
        <Coming key={booking.code} context={context} booking={booking} now={now} urgent />
      ))}
      {coming.length > 0 && <h2>{t('coming')}</h2>}
      {coming.map((booking) => (
        <Coming key={booking.code} context={context} booking={booking} now={now} urgent={false} />
      ))}
      {bookings.length > 0 && (
        <Actions>
          <ButtonLink href="/" kind={live.length > 0 ? 'secondary' : 'primary'} icon="plus">
            {t('book')}
          </ButtonLink>
        </Actions>
      )}
      {past.length > 0 && <Past language={language} bookings={past} />}
    </Layout>
  );
}

function mustSend({ preCheck }: Booking): boolean {
  return isCitizensTurn(preCheck?.state ?? null);
}

function leadOf(toDo: readonly Booking[], live: readonly Booking[], language: Language): string {
  const t = myBookingsTexts.for(language);
  if (toDo.length > 0) return t('leadToDo', { count: toDo.length });
  const [next] = live;
  if (!next) return t('leadNone');
  const day = dayOfMonth(dayIn(next.startsAt, next.timeZone), language);
  return t('leadNext', { day, time: clockTime(next.startsAt, next.timeZone) });
}

function Coming(props: { context: PageContext; booking: Booking; now: Temporal.Instant; urgent: boolean }) {
  const { context, booking, now, urgent } = props;
  const { language, csrf } = context;
  const t = myBookingsTexts.for(language);
  const { startsAt, timeZone, confirmClosesAt } = booking;
  const city = booking.officeKind === 'municipal' ? undefined : localText(booking.officeCity, language);
  const names = booking.people.map((person) => `${person.givenName} ${person.familyName}`).join(', ');
  const [next] = nextSteps(booking, { language, now, booked: true });
  const offer = liveOffer(booking.offer, now);
  const refusal = cancelRefusal(booking, now);
  const [see, seeOf] = refusal === undefined ? (['see', 'seeOf'] as const) : (['seeOnly', 'seeOnlyOf'] as const);
  const sends = !offer && mustSend(booking);
  const isUrgent = urgent && !offer && !sends && confirmClosesAt !== null;
  return (
    <Card
      level={3}
      title={
        <span>
          <When language={language} startsAt={startsAt} zone={timeZone} city={city} />
        </span>
      }
      highlighted={urgent}
    >
      <p>
        {offer ? (
          <Badge tone="warning">{offerTexts.for(language)('badge')}</Badge>
        ) : (
          <BookingBadge language={language} status={booking.status} />
        )}
      </p>
      <p>
        <strong>{localText(booking.serviceName, language)}</strong>
        <br />
        {localText(booking.officeName, language)}
        <br />
        {t('people', { names })}
      </p>
      {isUrgent ? (
        <p>
          {booking.confirmUndeliveredAt ? (
            bookingTexts.for(language)('toConfirmOffice')
          ) : (
            <>
              <strong>
                {t('confirmBy', {
                  last: closingWords(confirmClosesAt, timeZone, language, (day) => dayOfMonth(day, language)),
                })}
                .
              </strong>{' '}
              {bookingTexts.for(language)('toConfirmText')}
            </>
          )}
        </p>
      ) : offer ? (
        <p>
          <strong>
            {offerTexts.for(language)('answerBy')}{' '}
            <Until language={language} instant={offer.expiresAt} zone={timeZone} city={city} />.
          </strong>
        </p>
      ) : (
        next && <p>{sends ? <strong>{next}</strong> : next}</p>
      )}
      <StillMissing booking={booking} now={now} language={language} />
      {refusal === 'taken-in-charge' && <p>{chargeTexts.for(language)('title')}.</p>}
      <div class="t-actions">
        {isUrgent && (
          <ActionForm action={`/bookings/${booking.code}/confirm`} csrf={csrf} language={language}>
            <Button icon="check" busy={bookingTexts.for(language)('confirming')}>
              {bookingTexts.for(language)('confirm')}
            </Button>
          </ActionForm>
        )}
        {offer ? (
          <ButtonLink href={`/bookings/${booking.code}`}>{offerTexts.for(language)('see')}</ButtonLink>
        ) : sends ? (
          <ButtonLink href={`/bookings/${booking.code}`}>{t('send')}</ButtonLink>
        ) : (
          <ButtonLink href={`/bookings/${booking.code}`} kind="secondary" label={t(seeOf, { code: booking.code })}>
            {t(see)}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
