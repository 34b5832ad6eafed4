import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Booking } from '../../booking.query.ts';
import { completeUntil, mayComplete } from '../../completion/completion.rules.ts';
import { momentWords } from '../../completion/completion-words.ts';
import { officeContactWords } from '../../completion/office-contact-words.ts';
import { DeliveryForm, type DeliveryFormProps } from '../../delivery/delivery-form.view.tsx';
import { delegateWords, deliveryWords } from '../../delivery/delivery-words.ts';
import { deliveryTexts } from '../../delivery/delivery.text.ts';
import { bookingTexts } from '../own/booking.text.ts';

/** Delivery and who collects: a form until the office's hour, then what was chosen and who to ask. */
export function DeliveryView(props: {
  context: PageContext;
  booking: Booking;
  form: FormState;
  countries: DeliveryFormProps['countries'];
  now: Temporal.Instant;
}) {
  const { context, booking, form, countries, now } = props;
  const { language } = context;
  const t = deliveryTexts.for(language);
  const path = `/bookings/${booking.code}`;
  const open = mayComplete(booking, now);
  const moment = momentWords(completeUntil(booking), booking.timeZone, language);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId={open ? 'delivery' : undefined}
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: bookingTexts.for(language)('all'), href: sitePaths.bookings },
        { label: booking.code, href: path },
        { label: t('title') },
      ]}
    >
      <PageHeading title={t('title')} lead={open ? t('until', moment) : undefined} />
      {open ? (
        <DeliveryForm
          form={form}
          csrf={context.csrf}
          action={`${path}/delivery`}
          back={path}
          rules={booking.completion}
          officeName={booking.officeName}
          countries={countries}
        />
      ) : (
        <Chosen context={context} booking={booking} />
      )}
    </Layout>
  );
}

function Chosen({ context: { language }, booking }: { context: PageContext; booking: Booking }) {
  const t = deliveryTexts.for(language);
  const contacts = officeContactWords(booking);
  const { delivery, completion } = booking;
  return (
    <>
      <Alert language={language} tone="info" title={t('late')}>
        <p class="mb-0">{contacts ? t('askOffice', { contacts }) : t('askOfficeNoContacts')}</p>
      </Alert>
      <p>{deliveryWords(delivery, completion, language)}.</p>
      {delivery?.delegate && <p>{delegateWords(delivery.delegate, language)}.</p>}
      <ButtonLink href={`/bookings/${booking.code}`} kind="secondary">
        {t('back')}
      </ButtonLink>
    </>
  );
}
