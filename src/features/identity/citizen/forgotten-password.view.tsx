import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { PageContext } from '#ui/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/site-paths.ts';
import { TextField } from '#ui/text-field.tsx';
import { passwordTexts } from './password.text.ts';

export function ForgottenPasswordView({ context, form }: { context: PageContext; form: FormState }) {
  const t = passwordTexts.for(context.language);
  return (
    <Layout
      context={context}
      title={t('forgottenTitle')}
      width="narrow"
      formId="forgotten"
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('forgottenTitle')} lead={t('forgottenLead')} />
      <Form id="forgotten" action="/forgotten-password" form={form} csrf={context.csrf}>
        <TextField form={form} name="email" type="email" label={t('email')} autocomplete="username" maxlength={200} />
        <Actions>
          <Button busy={t('busy')}>{t('send')}</Button>
          <ButtonLink href={sitePaths.login} kind="secondary">
            {t('toLogin')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

export function LinkSentView({ context }: { context: PageContext }) {
  const t = passwordTexts.for(context.language);
  return (
    <Layout context={context} title={t('sentTitle')} width="narrow">
      <PageHeading title={t('sentTitle')} lead={t('sentLead')} />
      <p>{t('sentWait')}</p>
      <Actions>
        <ButtonLink href={sitePaths.login} kind="secondary">
          {t('toLogin')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}
