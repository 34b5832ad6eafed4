import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import type { Language } from '#platform/language.ts';
import type { Booking, PersonOfBooking } from '../booking.query.ts';
import { delegateWords, deliveryWords } from '../delivery/delivery-words.ts';
import { photoTexts } from '../photo/photo.text.ts';
import { asksAnother, maySendPhoto, photoStanding } from '../photo-decision/decision.rules.ts';
import { completableOf, completeUntil, isComplete, mayComplete, missingOf, takesMore } from './completion.rules.ts';
import { completionTexts } from './completion.text.ts';
import { momentWords } from './completion-words.ts';
import { officeContactWords } from './office-contact-words.ts';

/** Photos, delivery and who collects: what is there, what is missing, and until when; nothing where nothing is taken. */
export function ToComplete({
  booking,
  now,
  language,
}: {
  booking: Booking;
  now: Temporal.Instant;
  language: Language;
}) {
  if (!takesMore(booking) || booking.status === 'cancelled') return null;
  const t = completionTexts.for(language);
  const open = mayComplete(booking, now);
  const asked = booking.people.filter(
    ({ position }) => asksAnother(booking, position) && maySendPhoto(booking, position, now),
  );
  const asks = asked.length > 0 || (open && !isComplete(missingOf(completableOf(booking))));
  const moment = momentWords(completeUntil(booking), booking.timeZone, language);
  const contacts = officeContactWords(booking);
  return (
    <div class="t-no-print" id="complete">
      <Card title={t(asks ? 'missingTitle' : 'title')} icon={asks ? 'clock' : undefined} highlighted={asks}>
        <SummaryList language={language} rows={rowsOf(booking, language)} />
        {asked.length > 0 && (
          <>
            <p>
              {t('askedUntil', momentWords(booking.startsAt, booking.timeZone, language))} {t('stands')}
            </p>
            <div class="t-actions">
              {asked.map((person) => (
                <ButtonLink
                  key={person.position}
                  href={`/bookings/${booking.code}/photo?person=${person.position}`}
                  icon="camera"
                >
                  {booking.people.length > 1 ? `${t('seeWhy')}: ${person.givenName}` : t('seeWhy')}
                </ButtonLink>
              ))}
            </div>
          </>
        )}
        {open ? (
          <>
            <p>
              {t('until', moment)} {asks && asked.length === 0 && t('stands')}
            </p>
            <div class="t-actions">{waysOf(booking, language, asked)}</div>
          </>
        ) : (
          <>
            {booking.live && (
              <p>
                {t('late', moment)} {contacts ? t('askOffice', { contacts }) : t('askAtDesk')}
              </p>
            )}
            <PhotosThere booking={booking} besides={asked} language={language} />
          </>
        )}
      </Card>
    </div>
  );
}

/** What was sent is seen, and taken back, as long as it is there. */
function PhotosThere(props: { booking: Booking; besides: readonly PersonOfBooking[]; language: Language }) {
  const { booking, besides, language } = props;
  const there = booking.people.filter(
    (person) =>
      !besides.includes(person) &&
      booking.photos.some(({ position, state }) => position === person.position && state === 'accepted'),
  );
  if (there.length === 0) return null;
  const title = photoTexts.for(language)('title');
  return (
    <div class="t-actions">
      {there.map((person) => (
        <ButtonLink
          key={person.position}
          href={`/bookings/${booking.code}/photo?person=${person.position}`}
          kind="secondary"
          icon="camera"
        >
          {booking.people.length > 1 ? `${title}: ${person.givenName}` : title}
        </ButtonLink>
      ))}
    </div>
  );
}

function rowsOf(booking: Booking, language: Language): SummaryRow[] {
  const t = completionTexts.for(language);
  const { completion, delivery, people } = booking;
  const rows: SummaryRow[] =
    completion.photo === 'none'
      ? []
      : people.map((person) => ({
          key: people.length > 1 ? t('photoOf', { name: fullName(person) }) : t('photo'),
          value: <PhotoState booking={booking} position={person.position} language={language} />,
        }));
  if (completion.delivery === 'none') return rows;
  const isMissing = completion.delivery === 'asked' && delivery === null;
  const words = deliveryWords(delivery, completion, language);
  rows.push({ key: t('delivery'), value: isMissing ? <Badge tone="warning">{words}</Badge> : words });
  if (completion.delegate) {
    const collector = delivery?.delegate;
    rows.push({ key: t('delegate'), value: collector ? delegateWords(collector, language) : t('delegateNone') });
  }
  return rows;
}

function PhotoState({ booking, position, language }: { booking: Booking; position: number; language: Language }) {
  const t = completionTexts.for(language);
  const own = booking.photos.filter((photo) => photo.position === position && photo.state !== 'at-desk');
  const accepted = own.find(({ state }) => state === 'accepted');
  const standing = photoStanding(booking, position);
  if (standing === 'another-asked') return <Badge tone="warning">{t('photoAsked')}</Badge>;
  if (standing === 'accepted' || standing === 'overridden') return <Badge tone="success">{t('photoAccepted')}</Badge>;
  if (accepted) {
    const isFine = accepted.verdict === 'pass';
    return <Badge tone={isFine ? 'success' : 'warning'}>{t(isFine ? 'photoThere' : 'photoThereWarn')}</Badge>;
  }
  if (own.length > 0) return <Badge tone="warning">{t('photoProposed')}</Badge>;
  if (booking.completion.photo === 'asked') return <Badge tone="warning">{t('photoMissing')}</Badge>;
  return <>{t('photoOptional')}</>;
}

/** Those who are asked for another photo have their way already. */
function waysOf(booking: Booking, language: Language, asked: readonly PersonOfBooking[]) {
  const t = completionTexts.for(language);
  const { code, completion, delivery, people, photos } = booking;
  const missing = missingOf(completableOf(booking));
  const several = people.length > 1;
  return (
    <>
      {completion.photo !== 'none' &&
        people
          .filter((person) => !asked.includes(person))
          .map((person) => {
            const { position } = person;
            const label = t(photos.some((photo) => photo.position === position) ? 'changePhoto' : 'sendPhoto');
            return (
              <ButtonLink
                key={position}
                href={`/bookings/${code}/photo?person=${position}`}
                kind={missing.photos.includes(position) ? 'primary' : 'secondary'}
                icon="camera"
              >
                {several ? `${label}: ${person.givenName}` : label}
              </ButtonLink>
            );
          })}
      {completion.delivery !== 'none' && (
        <ButtonLink href={`/bookings/${code}/delivery`} kind={missing.delivery ? 'primary' : 'secondary'} icon="mail">
          {t(delivery ? 'change' : 'choose')}
        </ButtonLink>
      )}
    </>
  );
}

function fullName({ givenName, familyName }: PersonOfBooking): string {
  return `${givenName} ${familyName}`;
}
