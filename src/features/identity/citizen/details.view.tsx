import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { TextField } from '#ui/fields/text-field.tsx';
import { detailsTexts } from './details.text.ts';
import { profileTexts } from './profile.text.ts';

export function DetailsView(props: { context: PageContext; form: FormState }) {
  const { context, form } = props;
  const { language } = context;
  const t = detailsTexts.for(language);
  const p = profileTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId="details"
      breadcrumb={[{ label: p('title'), href: sitePaths.profile }, { label: t('title') }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      <Form id="details" action="/profile/details" form={form} csrf={context.csrf}>
        <Fieldset form={form} legend={t('you')}>
          <TextField
            form={form}
            name="givenName"
            label={t('givenName')}
            hint={t('givenNameHint')}
            autocomplete="given-name"
            maxlength={80}
          />
          <TextField form={form} name="familyName" label={t('familyName')} autocomplete="family-name" maxlength={80} />
          <DateField form={form} name="birthDate" label={p('birthDate')} autocomplete="bday" />
          <TextField
            form={form}
            name="birthPlace"
            label={p('birthPlace')}
            hint={t('birthPlaceHint')}
            maxlength={80}
            optional
          />
          <TextField
            form={form}
            name="codiceFiscale"
            label={p('codiceFiscale')}
            hint={t('codiceFiscaleHint')}
            size="code"
            maxlength={20}
            optional
          />
        </Fieldset>
        <Fieldset form={form} legend={t('contact')}>
          <TextField
            form={form}
            name="phone"
            type="tel"
            label={p('phone')}
            hint={t('phoneHint')}
            autocomplete="tel"
            maxlength={30}
            optional
          />
          <RadioField
            form={form}
            name="language"
            label={p('language')}
            options={[
              { value: 'it', label: p('italian') },
              { value: 'en', label: p('english') },
            ]}
          />
        </Fieldset>
        <Actions>
          <Button busy={t('busy')}>{t('save')}</Button>
          <ButtonLink href={sitePaths.profile} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
