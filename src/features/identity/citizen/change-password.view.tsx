import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PasswordField } from '#ui/fields/text-field.tsx';
import { NewPasswordField, UsernameField } from './new-password-field.view.tsx';
import { NextField } from './next-path.tsx';
import { passwordTexts } from './password.text.ts';
import { profileTexts } from './profile.text.ts';

export function ChangePasswordView(props: {
  context: PageContext;
  form: FormState;
  next: string | undefined;
  mustChange: boolean;
  /** for password managers: whose password it is */
  email: string;
}) {
  const { context, form, next, mustChange, email } = props;
  const { language } = context;
  const t = passwordTexts.for(language);
  const profile = { label: profileTexts.for(language)('title'), href: sitePaths.profile };
  return (
    <Layout
      context={context}
      title={t('changeTitle')}
      width="text"
      formId="change-password"
      breadcrumb={[profile, { label: t('changeTitle') }]}
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('changeTitle')} lead={t('others')} />
      {mustChange && <Alert language={language} tone="warning" title={t('mustChange')} />}
      <Form id="change-password" action="/profile/password" form={form} csrf={context.csrf}>
        <NextField next={next} />
        <UsernameField email={email} />
        <PasswordField form={form} name="current" label={t('current')} autocomplete="current-password" />
        <NewPasswordField form={form} />
        <Actions>
          <Button busy={t('busy')}>{t('save')}</Button>
          {!mustChange && (
            <ButtonLink href={sitePaths.profile} kind="secondary">
              {profile.label}
            </ButtonLink>
          )}
        </Actions>
      </Form>
    </Layout>
  );
}
