import { Actions, Button } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { NextField } from '../next-path.tsx';
import { secondFactorTexts } from './second-factor.text.ts';

/** The second step of a login: a passkey, the app's code or a recovery code. */
export function ProveView(props: {
  context: PageContext;
  form: FormState;
  next: string | undefined;
  hasApp: boolean;
  ask: { readonly options: string; readonly asked: string } | undefined;
  isIn: boolean;
}) {
  const { context, form, next, hasApp, ask, isIn } = props;
  const t = secondFactorTexts.for(context.language);
  return (
    <Layout context={context} title={t('proveTitle')} width="narrow" formId="prove" invalid={form.errors.length > 0}>
      <PageHeading title={t('proveTitle')} lead={t(isIn ? 'proveLeadIn' : 'proveLead')} />
      {ask && (
        <Form id="passkey" action="/login/second-factor" form={{ ...form, errors: [] }} csrf={context.csrf}>
          <NextField next={next} />
          <input type="hidden" name="asked" value={ask.asked} />
          <input type="hidden" name="answer" value="" data-passkey="get" data-options={ask.options} />
          <Actions>
            <Button icon="key" busy={t('busy')}>
              {t('withPasskey')}
            </Button>
          </Actions>
          <noscript>
            <p>{t('passkeyNoScript')}</p>
          </noscript>
          <p class="mt-4">{t('or')}</p>
        </Form>
      )}
      <Form id="prove" action="/login/second-factor" form={form} csrf={context.csrf}>
        <NextField next={next} />
        <TextField
          form={form}
          name="code"
          label={t('code')}
          hint={t(hasApp ? 'codeHint' : 'codeHintRecovery')}
          autocomplete="one-time-code"
          size="medium"
          maxlength={20}
        />
        <Actions>
          <Button kind={ask ? 'secondary' : 'primary'} busy={t('busy')}>
            {t('proveGo')}
          </Button>
        </Actions>
      </Form>
      <h2 class="h4 mt-5">{t('lost')}</h2>
      <p>{t('lostWay')}</p>
      {!isIn && (
        <p>
          <a href="/login">{t('cancel')}</a>
        </p>
      )}
    </Layout>
  );
}
