import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { TextField } from '#ui/fields/text-field.tsx';
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

/** What was done, for the address typed in this browser: whether it has an account is not said. */
export function LinkSentView({ context, email }: { context: PageContext; email: string | undefined }) {
  const { language, csrf } = context;
  const t = passwordTexts.for(language);
  return (
    <Layout context={context} title={t('sentTitle')} width="narrow">
      <PageHeading title={t('sentTitle')} lead={email === undefined ? t('sentLead') : t('sentLeadTo', { email })} />
      <p>{t('sentWait')}</p>
      <div class="t-actions">
        {email !== undefined && (
          <ActionForm action="/forgotten-password" csrf={csrf} language={language} hidden={{ email }}>
            <Button kind="secondary" busy={t('busy')}>
              {t('sendAgain')}
            </Button>
          </ActionForm>
        )}
        <ButtonLink href={sitePaths.login} kind="plain">
          {t('toLogin')}
        </ButtonLink>
      </div>
      <p class="mt-4">
        {t('wrongAddress')} <a href="/forgotten-password">{t('otherAddress')}</a>
      </p>
    </Layout>
  );
}
