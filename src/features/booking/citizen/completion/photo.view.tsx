import { ButtonLink } from '#ui/button.tsx';
import { Alert } from '#ui/alert.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Booking } from '../../booking.query.ts';
import { momentWords } from '../../completion/completion-words.ts';
import { officeContactWords } from '../../completion/office-contact-words.ts';
import type { PhotoDetails } from '../../photo/photo-details.query.ts';
import { PhotoGuide } from '../../photo/photo-guide.view.tsx';
import { type StaleNotice, StaleNoticeAlert } from '../../photo/photo-notice.view.tsx';
import { CurrentPhoto } from '../../photo/photo-panel.view.tsx';
import { PhotoUpload } from '../../photo/photo-upload.view.tsx';
import { photoTexts } from '../../photo/photo.text.ts';
import { Proposal, verdictWords } from '../../photo/proposal.view.tsx';
import { ownSaidWords } from '../../photo/said-words.ts';
import { maySendPhoto, photoStanding, photoUntil, type PhotoWhy } from '../../photo-decision/decision.rules.ts';
import { askWords } from '../../photo-decision/why-words.ts';
import { bookingTexts } from '../own/booking.text.ts';

export interface PhotoViewProps {
  readonly context: PageContext;
  readonly booking: Booking;
  readonly position: number;
  readonly details: readonly PhotoDetails[];
  /** why the office asks for another photo, while it does */
  readonly why: PhotoWhy | undefined;
  readonly form: FormState;
  /** of what is declared of a proposal */
  readonly use: FormState;
  readonly busyFor: number | undefined;
  readonly notice: StaleNotice | undefined;
  readonly now: Temporal.Instant;
}

/** The photo of one person: what the office asks, the one that waits for a yes, the one that counts, and another one. */
export function PhotoView(props: PhotoViewProps) {
  const { context, booking, position, details, form, use, busyFor, now } = props;
  const { language, csrf } = context;
  const t = photoTexts.for(language);
  const path = `/bookings/${booking.code}/photo`;
  const open = maySendPhoto(booking, position, now);
  const own = booking.photos.filter((photo) => photo.position === position && photo.state !== 'at-desk');
  const proposed = open ? own.find(({ state }) => state === 'proposed') : undefined;
  const closely = details.find(({ state }) => state === 'proposed');
  const current = own.find(({ state }) => state === 'accepted');
  const invalid = form.errors.length > 0 || use.errors.length > 0;
  const refused = form.errors.length > 0 || busyFor !== undefined;
  const proposal = proposed && closely && { photo: proposed, details: closely };
  const quiet = proposal ? proposal.photo.verdict !== 'fail' : current !== undefined && props.why === undefined;
  const found = proposal && !refused ? `${verdictWords(proposal.photo, closely, language)} – ` : '';
  const upload = open && (
    <PhotoUpload
      {...{ form, csrf, path, position, busyFor }}
      isAnother={own.length > 0}
      folded={quiet}
      quiet={quiet && !refused}
      withCovering
    />
  );
  return (
    <Layout
      context={context}
      title={`${found}${t('title')}`}
      width="text"
      invalid={invalid}
      breadcrumb={[
        { label: bookingTexts.for(language)('all'), href: sitePaths.bookings },
        { label: booking.code, href: `/bookings/${booking.code}` },
        { label: t('title') },
      ]}
    >
      <Heading {...props} open={open} calm={proposal !== undefined && !refused} />
      {props.notice && <StaleNoticeAlert language={language} notice={props.notice} />}
      {refused && upload}
      {proposal && <Proposal form={use} csrf={csrf} path={path} {...proposal} />}
      {current && !proposal && <Current {...props} photo={current} path={path} />}
      {!current && !open && <p>{t('none')}</p>}
      {!refused && upload}
      {proposal && current && <Current {...props} photo={current} path={path} />}
      {open && <PhotoGuide language={language} folded={own.length > 0} />}
      <ButtonLink href={`/bookings/${booking.code}`} kind="secondary">
        {t('back')}
      </ButtonLink>
    </Layout>
  );
}

/** Whose photo and until when; or why the office asks for another; or that it is too late. */
function Heading({ context, booking, position, why, open, calm }: PhotoViewProps & { open: boolean; calm: boolean }) {
  const { language } = context;
  const t = photoTexts.for(language);
  const person = booking.people.find((one) => one.position === position);
  const moment = momentWords(photoUntil(booking, position), booking.timeZone, language);
  const contacts = officeContactWords(booking);
  const asked = t(booking.completion.photo === 'asked' ? 'asked' : 'optional');
  return (
    <>
      <PageHeading
        title={t('title')}
        kicker={person && booking.people.length > 1 ? `${person.givenName} ${person.familyName}` : undefined}
        lead={open && !why && !calm ? `${asked} ${t('until', moment)}` : undefined}
      />
      {open && why && (
        <Alert language={language} tone="warning" title={t('anotherTitle')}>
          <ul>
            {askWords(why, language).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p class="mb-0">{t('another', moment)}</p>
        </Alert>
      )}
      {!open && booking.live && (
        <Alert language={language} tone="info" title={t('late')}>
          <p class="mb-0">{contacts ? t('askOffice', { contacts }) : t('askOfficeNoContacts')}</p>
        </Alert>
      )}
    </>
  );
}

function Current(props: PhotoViewProps & { photo: Booking['photos'][number]; path: string }) {
  const { context, booking, position, details, form, photo, path } = props;
  const { language, csrf } = context;
  const t = photoTexts.for(language);
  const standing = photoStanding(booking, position);
  const isFine = standing === 'accepted' || standing === 'overridden';
  const said = details.find(({ state }) => state === 'accepted')?.said;
  return (
    <CurrentPhoto
      {...{ form, csrf, path, position, photo }}
      zone={booking.timeZone}
      standing={isFine ? t('decided') : standing === 'sent' ? t('waits') : undefined}
      said={said}
      lines={said ? ownSaidWords(said, language) : []}
    />
  );
}
