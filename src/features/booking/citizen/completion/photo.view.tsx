import { ButtonLink } from '#ui/button.tsx';
import { Alert } from '#ui/alert.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Booking } from '../../booking.query.ts';
import { completeUntil, mayComplete } from '../../completion/completion.rules.ts';
import { momentWords } from '../../completion/completion-words.ts';
import { officeContactWords } from '../../completion/office-contact-words.ts';
import { PhotoPanel } from '../../photo/photo-panel.view.tsx';
import { photoTexts } from '../../photo/photo.text.ts';
import { bookingTexts } from '../own/booking.text.ts';

/** The photo of one person, sent and changed until the office's hour, then only shown. */
export function PhotoView(props: {
  context: PageContext;
  booking: Booking;
  position: number;
  form: FormState;
  now: Temporal.Instant;
}) {
  const { context, booking, position, form, now } = props;
  const { language } = context;
  const t = photoTexts.for(language);
  const path = `/bookings/${booking.code}`;
  const open = mayComplete(booking, now) && booking.completion.photo !== 'none';
  const person = booking.people.find((one) => one.position === position);
  const moment = momentWords(completeUntil(booking), booking.timeZone, language);
  const contacts = officeContactWords(booking);
  const asked = t(booking.completion.photo === 'asked' ? 'asked' : 'optional');
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: bookingTexts.for(language)('all'), href: sitePaths.bookings },
        { label: booking.code, href: path },
        { label: t('title') },
      ]}
    >
      <PageHeading
        title={t('title')}
        kicker={person && booking.people.length > 1 ? `${person.givenName} ${person.familyName}` : undefined}
        lead={open ? `${asked} ${t('until', moment)}` : undefined}
      />
      {!open && booking.live && (
        <Alert language={language} tone="info" title={t('late')}>
          <p class="mb-0">{contacts ? t('askOffice', { contacts }) : t('askOfficeNoContacts')}</p>
        </Alert>
      )}
      <PhotoPanel
        form={form}
        csrf={context.csrf}
        path={`${path}/photo`}
        position={position}
        photos={booking.photos}
        zone={booking.timeZone}
        open={open}
      />
      <ButtonLink href={path} kind="secondary">
        {t('back')}
      </ButtonLink>
    </Layout>
  );
}
