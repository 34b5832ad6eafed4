import type { Booking } from '#features/booking/index.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { contactTexts } from './contact.text.ts';
import { nameOf } from '../desk.view.tsx';

/** Where the people of a booking are reached, put right by the office. */
export function ContactView(props: {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  form: FormState;
  /** The confirmation may be asked for again at once. */
  mayAsk: boolean;
}) {
  const { context, at, booking, form, mayAsk } = props;
  const { language } = context;
  const t = contactTexts.for(language);
  const path = bookingPath(at.office, booking.code);
  const title = t('title', { name: nameOf(booking) });
  const { writtenTo } = booking;
  return (
    <OfficeLayout
      width="text"
      context={context}
      at={at}
      title={title}
      formId="contact"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: booking.code, href: path }, { label: title }]}
    >
      <PageHeading title={title} lead={t('lead')} />
      <p>{writtenTo === null ? t('nowNobody') : t('now', { address: writtenTo })}</p>
      <Form id="contact" form={form} csrf={context.csrf} action={`${path}/contact`}>
        <TextField
          form={form}
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          autocomplete="off"
          maxlength={200}
          optional
        />
        <TextField form={form} name="phone" type="tel" label={t('phone')} autocomplete="off" maxlength={40} optional />
        {mayAsk && <CheckboxField form={form} name="again" label={t('again')} optional />}
        <Actions>
          <Button busy={t('saving')}>{t('save')}</Button>
          <ButtonLink href={path} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}
