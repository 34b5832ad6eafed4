import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { NewPasswordField, UsernameField } from './new-password-field.view.tsx';
import { passwordTexts } from './password.text.ts';

export function ResetPasswordView(props: { context: PageContext; form: FormState; token: string; email: string }) {
  const { context, form, token, email } = props;
  const t = passwordTexts.for(context.language);
  return (
    <Layout context={context} title={t('resetTitle')} width="narrow" formId="reset" invalid={form.errors.length > 0}>
      <PageHeading title={t('resetTitle')} lead={t('resetLead', { email })} />
      <Form id="reset" action="/reset-password" form={form} csrf={context.csrf}>
        <input type="hidden" name="token" value={token} />
        <UsernameField email={email} />
        <NewPasswordField form={form} />
        <Actions>
          <Button busy={t('busy')}>{t('save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

export function BrokenResetView(props: { context: PageContext; reason: 'link-expired' | 'link-used' | 'not-a-link' }) {
  const { context, reason } = props;
  const t = passwordTexts.for(context.language);
  return (
    <Layout context={context} title={t('brokenTitle')} width="narrow">
      <PageHeading title={t('brokenTitle')} lead={t(reason)} />
      <Actions>
        <ButtonLink href="/forgotten-password">{t('again')}</ButtonLink>
      </Actions>
    </Layout>
  );
}
