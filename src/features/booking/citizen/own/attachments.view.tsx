import type { RequestedFile } from '#features/offices/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
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
import { bookingTexts } from './booking.text.ts';

/** The documents of a booking: sent, changed and taken back until they are due. */
export function AttachmentsView(props: {
  context: PageContext;
  booking: Booking;
  files: readonly RequestedFile[];
  sent: readonly Attachment[];
  form: FormState;
}) {
  const { context, booking, files, sent, form } = props;
  const { language } = context;
  const t = filesTexts.for(language);
  const path = `/bookings/${booking.code}`;
  const due = filesDueAt(booking);
  const until = { day: longDate(dayIn(due, booking.timeZone), language), time: clockTime(due, booking.timeZone) };
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
      <PageHeading title={t('title')} lead={`${t('lead')} ${t('until', until)}`} />
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
