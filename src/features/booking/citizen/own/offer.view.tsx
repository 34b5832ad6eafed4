import { type Language, type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import type { Booking } from '../../booking.query.ts';
import { liveOffer } from '../../moves/offer.query.ts';
import { cancelRefusal, endRefusal } from '../../cancel.rules.ts';
import { When } from '../hold/held-bar.view.tsx';
import { Until } from '../until.view.tsx';
import { offerTexts } from './offer.text.ts';

interface OfferProps {
  context: PageContext;
  booking: Booking;
  /** the address of the booking's page */
  path: string;
  now: Temporal.Instant;
}

/** The seat that the office offers, with its three answers; or what became of it. */
export function OfferCard(props: OfferProps) {
  const { context, booking, path, now } = props;
  const { language } = context;
  const t = offerTexts.for(language);
  const { offer } = booking;
  if (offer === null || endRefusal(booking) !== undefined) return null;
  if (liveOffer(offer, now)) return <LiveOfferCard {...props} />;
  const mayMove = cancelRefusal(booking, now) === undefined;
  const other = mayMove && (
    <ButtonLink href={`${path}/move`} small>
      {t('other')}
    </ButtonLink>
  );
  const state = offer.state === 'offered' ? 'expired' : offer.state;
  switch (state) {
    case 'declined':
      return (
        <Alert language={language} tone="info" title={t('declined')}>
          <p>{t('declinedText')}</p>
          {other}
        </Alert>
      );
    case 'expired':
      return (
        <Alert language={language} tone="warning" title={t('expired')}>
          <p>{t('expiredText')}</p>
          {other}
        </Alert>
      );
    case 'no-seat':
      return (
        <Alert language={language} tone="warning" title={t('noSeat')}>
          <p>
            {t('noSeatText')}
            {reasonWords(offer.reason, language)}
          </p>
          {other}
        </Alert>
      );
  }
}

function LiveOfferCard({ context, booking, path, now }: OfferProps) {
  const { language, csrf } = context;
  const t = offerTexts.for(language);
  const offer = liveOffer(booking.offer, now);
  if (!offer) return null;
  const city = booking.officeKind === 'municipal' ? undefined : localText(booking.officeCity, language);
  const zone = booking.timeZone;
  return (
    <Card title={t('title')} icon="calendar" highlighted>
      <p>
        {t('why', { cause: offer.cause })}
        {reasonWords(offer.reason, language)}
      </p>
      <SummaryList
        language={language}
        rows={[
          {
            key: t('new'),
            value: (
              <strong>
                <When language={language} startsAt={offer.startsAt} zone={zone} city={city} />
              </strong>
            ),
          },
          {
            key: t('old'),
            value: <When language={language} startsAt={booking.startsAt} zone={zone} city={city} />,
          },
        ]}
      />
      <p>
        {t('until')} <Until language={language} instant={offer.expiresAt} zone={zone} city={city} />. {t('ifDeclined')}
      </p>
      <div class="t-actions">
        <ActionForm action={`${path}/accept-move`} csrf={csrf} language={language} hidden={{ offer: offer.id }}>
          <Button icon="check" busy={t('accepting')}>
            {t('accept')}
          </Button>
        </ActionForm>
        {cancelRefusal(booking, now) === undefined && (
          <ButtonLink href={`${path}/move`} kind="secondary">
            {t('other')}
          </ButtonLink>
        )}
        <ActionForm action={`${path}/decline-move`} csrf={csrf} language={language} hidden={{ offer: offer.id }}>
          <Button kind="plain">{t('decline')}</Button>
        </ActionForm>
      </div>
    </Card>
  );
}

function reasonWords(reason: LocalText | null, language: Language): string {
  if (reason === null) return '';
  return ` ${offerTexts.for(language)('reason', { reason: localText(reason, language) })}`;
}
