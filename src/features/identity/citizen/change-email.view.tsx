import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PasswordField, TextField } from '#ui/fields/text-field.tsx';
import { changeEmailTexts } from './change-email.text.ts';
import { isBooking, NextField, withNext } from './next-path.tsx';
import { CodeField } from './code-field.view.tsx';
import { profileTexts } from './profile.text.ts';

/** Asks for the new address, and for the password, since the mailbox opens everything else. */
export function ChangeEmailView(props: {
  context: PageContext;
  form: FormState;
  /** empty: none was ever given */
  email: string;
  next: string | undefined;
  asksPassword: boolean;
}) {
  const { context, form, email, next, asksPassword } = props;
  const t = changeEmailTexts.for(context.language);
  const profile = { label: profileTexts.for(context.language)('title'), href: sitePaths.profile };
  const isFirst = email === '';
  const title = t(isFirst ? 'firstTitle' : 'title');
  const lead = isFirst ? t(isBooking(next) ? 'firstLeadHold' : 'firstLead') : t('lead', { email });
  return (
    <Layout
      context={context}
      title={title}
      width="text"
      formId="change-email"
      breadcrumb={[profile, { label: title }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading title={title} lead={lead} />
      <Form id="change-email" action="/profile/email" form={form} csrf={context.csrf}>
        <NextField next={next} />
        <TextField
          form={form}
          name="email"
          type="email"
          label={t(isFirst ? 'firstEmail' : 'email')}
          autocomplete="email"
          maxlength={200}
        />
        {asksPassword && (
          <PasswordField form={form} name="current" label={t('current')} autocomplete="current-password" />
        )}
        <Actions>
          <Button busy={t('busy')}>{t('send')}</Button>
          <ButtonLink href={profile.href} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
      {isFirst && (
        <p class="mt-4">
          {t('known')} <a href={withNext(sitePaths.ownDoors, next)}>{t('joinInstead')}</a>
        </p>
      )}
    </Layout>
  );
}

/** Takes the six digits sent to the new address. It is not named: whoever reads over a shoulder need not know it. */
export function NewEmailCodeView(props: {
  context: PageContext;
  form: FormState;
  next: string | undefined;
  isFirst: boolean;
}) {
  const { context, form, next, isFirst } = props;
  const t = changeEmailTexts.for(context.language);
  const profile = { label: profileTexts.for(context.language)('title'), href: sitePaths.profile };
  return (
    <Layout
      context={context}
      title={t(isFirst ? 'firstCodeTitle' : 'codeTitle')}
      width="text"
      formId="new-email"
      breadcrumb={[profile, { label: t(isFirst ? 'firstCodeTitle' : 'codeTitle') }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading
        title={t(isFirst ? 'firstCodeTitle' : 'codeTitle')}
        lead={t(isFirst ? 'firstCodeLead' : 'codeLead')}
      />
      <Form id="new-email" action="/profile/email/code" form={form} csrf={context.csrf}>
        <NextField next={next} />
        <CodeField form={form} label={t('code')} hint={t('codeHint')} />
        <Actions>
          <Button busy={t('busy')}>{t(isFirst ? 'firstConfirm' : 'confirm')}</Button>
          <ButtonLink href={withNext('/profile/email?again=yes', next)} kind="secondary">
            {t('otherAddress')}
          </ButtonLink>
        </Actions>
      </Form>
      <p class="t-muted mt-4">
        {t('nothing')} {isFirst && <a href={withNext('/profile/doors', next)}>{t('joinInstead')}</a>}
      </p>
    </Layout>
  );
}
