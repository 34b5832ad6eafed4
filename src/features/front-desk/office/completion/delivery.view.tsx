import { type Booking, DeliveryForm, type DeliveryFormProps, deliveryTexts } from '#features/booking/index.ts';
import type { FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { nameOf } from '../desk.view.tsx';

export function DeskDeliveryView(props: {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  form: FormState;
  countries: DeliveryFormProps['countries'];
}) {
  const { context, at, booking, form, countries } = props;
  const t = deliveryTexts.for(context.language);
  const path = bookingPath(at.office, booking.code);
  return (
    <OfficeLayout
      width="text"
      context={context}
      at={at}
      title={t('title')}
      formId="delivery"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: booking.code, href: path }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} kicker={nameOf(booking)} />
      <DeliveryForm
        form={form}
        csrf={context.csrf}
        action={`${path}/delivery`}
        back={path}
        rules={booking.completion}
        officeName={booking.officeName}
        countries={countries}
      />
    </OfficeLayout>
  );
}
