import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PasswordField, TextField } from '#ui/fields/text-field.tsx';
import { changeEmailTexts } from './change-email.text.ts';
import { CodeField } from './code-field.view.tsx';
import { profileTexts } from './profile.text.ts';

/** Asks for the new address, and for the password, since the mailbox opens everything else. */
export function ChangeEmailView({ context, form, email }: { context: PageContext; form: FormState; email: string }) {
  const t = changeEmailTexts.for(context.language);
  const profile = { label: profileTexts.for(context.language)('title'), href: sitePaths.profile };
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId="change-email"
      breadcrumb={[profile, { label: t('title') }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('title')} lead={t('lead', { email })} />
      <Form id="change-email" action="/profile/email" form={form} csrf={context.csrf}>
        <TextField form={form} name="email" type="email" label={t('email')} autocomplete="email" maxlength={200} />
        <PasswordField form={form} name="current" label={t('current')} autocomplete="current-password" />
        <Actions>
          <Button busy={t('busy')}>{t('send')}</Button>
          <ButtonLink href={profile.href} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}

/** Takes the six digits sent to the new address. It is not named: whoever reads over a shoulder need not know it. */
export function NewEmailCodeView({ context, form }: { context: PageContext; form: FormState }) {
  const t = changeEmailTexts.for(context.language);
  const profile = { label: profileTexts.for(context.language)('title'), href: sitePaths.profile };
  return (
    <Layout
      context={context}
      title={t('codeTitle')}
      width="text"
      formId="new-email"
      breadcrumb={[profile, { label: t('codeTitle') }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('codeTitle')} lead={t('codeLead')} />
      <Form id="new-email" action="/profile/email/code" form={form} csrf={context.csrf}>
        <CodeField form={form} label={t('code')} hint={t('codeHint')} />
        <Actions>
          <Button busy={t('busy')}>{t('confirm')}</Button>
          <ButtonLink href="/profile/email?again=yes" kind="secondary">
            {t('otherAddress')}
          </ButtonLink>
        </Actions>
      </Form>
      <p class="t-muted mt-4">{t('nothing')}</p>
    </Layout>
  );
}
