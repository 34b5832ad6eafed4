import type { RequestedFile } from '#features/offices/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import type { Attachment } from '../../attachments/attachments.query.ts';
import { FileFields } from '../../attachments/file-fields.view.tsx';
import { filesDueAt } from '../../attachments/files-due.rules.ts';
import { filesTexts } from '../../attachments/files.text.ts';
import type { Booking } from '../../booking.query.ts';
import { lastDayToSend } from '../../examination/pre-check.rules.ts';
import { bookingTexts } from './booking.text.ts';

/** The documents of a booking: sent, changed and taken back until they are due. */
export function AttachmentsView(props: {
  context: PageContext;
  booking: Booking;
  files: readonly RequestedFile[];
  sent: readonly Attachment[];
  form: FormState;
  now: Temporal.Instant;
}) {
  const { context, booking, files, sent, form, now } = props;
  const { language } = context;
  const t = filesTexts.for(language);
  const path = `/bookings/${booking.code}`;
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
      <PageHeading title={t('title')} lead={`${t('lead')} ${byWhen(booking, now, language)}`} />
      <Form id="files" form={form} csrf={context.csrf} action={`${path}/attachments`} upload>
        <FileFields form={form} files={files} sent={sent} />
        <Actions>
          <Button busy={t('busy')}>{t('send')}</Button>
          <ButtonLink href={path} kind="secondary">
            {t('backToBooking')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

/** The office's date, where it set one; otherwise until when files are taken. */
function byWhen(booking: Booking, now: Temporal.Instant, language: Language): string {
  const t = filesTexts.for(language);
  const { startsAt, timeZone, preCheck } = booking;
  if (!preCheck?.dueAt)
    return t('until', { day: longDate(dayIn(startsAt, timeZone), language), time: clockTime(startsAt, timeZone) });
  const due = filesDueAt(booking);
  const last = longDate(lastDayToSend(due, timeZone), language);
  return t(Temporal.Instant.compare(now, due) >= 0 ? 'late' : 'dueBy', { last });
}
