import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { TextField } from '#ui/fields/text-field.tsx';
import { findBookingTexts } from './find-booking.text.ts';

/** Asks for a code and for something that only who is coming knows. */
export function FindBookingView({ context, form }: { context: PageContext; form: FormState }) {
  const t = findBookingTexts.for(context.language);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId="find-booking"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: t('home'), href: sitePaths.home }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      <Form id="find-booking" action="/find-booking" form={form} csrf={context.csrf}>
        <TextField form={form} name="code" label={t('code')} hint={t('codeHint')} size="code" maxlength={20} />
        <Fieldset form={form} legend={t('who')} hint={t('whoHint')}>
          <TextField
            form={form}
            name="familyName"
            label={t('familyName')}
            autocomplete="family-name"
            maxlength={80}
            optional="either"
          />
          <DateField form={form} name="birthDate" label={t('birthDate')} autocomplete="bday" optional="either" />
        </Fieldset>
        <Actions>
          <Button busy={t('busy')}>{t('open')}</Button>
        </Actions>
      </Form>
      <h2 class="h4 mt-5">{t('noCode')}</h2>
      <p>{t('noCodeText')}</p>
      <Actions>
        <ButtonLink href={sitePaths.bookings} kind="secondary">
          {t('myBookings')}
        </ButtonLink>
        <ButtonLink href="/offices" kind="plain">
          {t('offices')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}
