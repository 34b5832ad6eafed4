import {
  type Booking,
  CheckList,
  completableOf,
  completionTexts,
  delegateWords,
  deliveryWords,
  missingOf,
  type PersonOfBooking,
  type PhotoOfBooking,
  photoStanding,
  photoTexts,
  takesMore,
  VerdictBadge,
} from '#features/booking/index.ts';
import type { Language } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { photosPath } from '../photos/photos-path.ts';
import { photoStateTexts } from './photo-state.text.ts';
import { mayAddAtDesk } from './may-add.rules.ts';

interface Props {
  at: AtOffice;
  booking: Booking;
  language: Language;
}

/** Photos with what was found of them, delivery and who collects: seen by the office, and put right at the desk. */
export function Completion(props: Props) {
  const { booking, language } = props;
  const { completion, photos, delivery } = booking;
  if (!takesMore(booking) && photos.length === 0 && delivery === null) return null;
  const t = completionTexts.for(language);
  const withPhotos = completion.photo !== 'none' || photos.length > 0;
  return (
    <section id="complete">
      <h2>{t('title')}</h2>
      {withPhotos && booking.people.map((person) => <Photo key={person.position} {...props} person={person} />)}
      {(completion.delivery !== 'none' || delivery) && <Delivery {...props} />}
    </section>
  );
}

function Photo({ at, booking, language, person }: Props & { person: PersonOfBooking }) {
  const t = photoTexts.for(language);
  const { position } = person;
  const photo = booking.photos.find((one) => one.position === position && one.state === 'accepted');
  const path = `${bookingPath(at.office, booking.code)}/photo`;
  const mayAdd = at.may('serve') && mayAddAtDesk(booking) && booking.completion.photo !== 'none';
  const several = booking.people.length > 1;
  return (
    <>
      {several && <h3 class="h4">{t('of', { name: `${person.givenName} ${person.familyName}` })}</h3>}
      <div class="t-photo-beside mb-3">
        {photo && <Picture path={path} photo={photo} language={language} />}
        <div>
          <p>
            {photo ? (
              <VerdictBadge verdict={photo.verdict} language={language} />
            ) : (
              <Absent {...{ booking, language }} />
            )}
          </p>
          <Standing {...{ at, booking, language, position }} />
          {photo && <CheckList checks={photo.checks} language={language} />}
          <div class="t-actions">
            {photo && (
              <ButtonLink
                href={`${path}/picture?person=${position}&id=${photo.id}&save=yes`}
                kind="secondary"
                small
                icon="download"
              >
                {t('download')}
              </ButtonLink>
            )}
            {photo && !mayAdd && at.may('serve') && (
              <ButtonLink href={`${path}?person=${position}`} kind="secondary" small icon="camera">
                {t('title')}
              </ButtonLink>
            )}
            {mayAdd && (
              <ButtonLink href={`${path}?person=${position}`} kind="secondary" small icon="camera">
                {t(photo ? 'chooseAnother' : 'choose')}
              </ButtonLink>
            )}
          </div>
        </div>
      </div>
    </>
  );
}

/** What the office said of it, and the way to the page where it does. */
function Standing({ at, booking, language, position }: Props & { position: number }) {
  const t = photoStateTexts.for(language);
  const standing = photoStanding(booking, position);
  if (standing === 'absent') return null;
  const [tone, words] = standings[standing];
  return (
    <p>
      <Badge tone={tone} icon="camera">
        {t(words, { count: 1 })}
      </Badge>{' '}
      <a href={photosPath(at.office, { at: { code: booking.code, position } })}>
        {t(standing === 'sent' ? 'look' : 'see')}
      </a>
    </p>
  );
}

const standings = {
  sent: ['info', 'toLookAt'],
  'another-asked': ['warning', 'asked'],
  accepted: ['success', 'accepted'],
  overridden: ['success', 'accepted'],
} as const;

function Picture({ path, photo, language }: { path: string; photo: PhotoOfBooking; language: Language }) {
  const src = `${path}/picture?person=${photo.position}&id=${photo.id}`;
  const alt = photoTexts.for(language)('currentAlt');
  return <img class="t-photo" src={src} alt={alt} width={photo.width} height={photo.height} />;
}

function Absent({ booking, language }: { booking: Booking; language: Language }) {
  const t = completionTexts.for(language);
  if (booking.completion.photo !== 'asked') return <>{t('photoOptional')}</>;
  return <Badge tone="warning">{t('badgePhoto')}</Badge>;
}

function Delivery({ at, booking, language }: Props) {
  const t = completionTexts.for(language);
  const { delivery, completion } = booking;
  const words = deliveryWords(delivery, completion, language);
  const isMissing = missingOf(completableOf(booking)).delivery;
  const rows: SummaryRow[] = [
    { key: t('delivery'), value: isMissing ? <Badge tone="warning">{words}</Badge> : words },
    { key: t('delegate'), value: delivery?.delegate ? delegateWords(delivery.delegate, language) : t('delegateNone') },
  ];
  return (
    <>
      <SummaryList language={language} rows={rows} />
      {at.may('serve') && mayAddAtDesk(booking) && completion.delivery !== 'none' && (
        <p>
          <ButtonLink href={`${bookingPath(at.office, booking.code)}/delivery`} kind="secondary" small icon="pencil">
            {t(delivery ? 'change' : 'choose')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
