import type { Booking } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { chargeTexts } from './charge.text.ts';
import { nameOf } from '../desk.view.tsx';

export const longestMessage = 500;

interface ChargeProps {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  form: FormState;
}

/** Asks once, in words, before somebody's own cancelling ends; and for what they will read. */
export function ChargeView({ context, at, booking, form }: ChargeProps) {
  const { language } = context;
  const t = chargeTexts.for(language);
  const path = bookingPath(at.office, booking.code);
  const { startsAt, timeZone } = booking;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('title')}
      width="text"
      formId="charge"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: booking.code, href: path }, { label: t('title') }]}
    >
      <PageHeading
        title={t('title')}
        kicker={`${nameOf(booking)} · ${localText(booking.serviceName, language)}`}
        lead={`${capital(longDate(dayIn(startsAt, timeZone), language))}, ${clockTime(startsAt, timeZone)}`}
      />
      <p>
        {t('what')} {booking.contactEmail ? t('told') : t('notTold')} {t('undo')}
      </p>
      <Form id="charge" form={form} csrf={context.csrf} action={`${path}/take-in-charge`}>
        <TextareaField
          form={form}
          name="message"
          label={t('message')}
          hint={t('messageHint')}
          maxlength={longestMessage}
          rows={4}
          optional
        />
        <Actions>
          <Button busy={t('busy')}>{t('do')}</Button>
          <ButtonLink href={path} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}
