import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { TextField } from '#ui/fields/text-field.tsx';
import { isBooking, NextField, withNext } from './next-path.tsx';
import { CodeField } from './code-field.view.tsx';
import { verifyEmailTexts } from './verify-email.text.ts';

export type CodeNotice = 'sentAgain' | 'tooSoon' | 'tooMany' | 'gone' | 'notYet';

export interface CodeViewProps {
  context: PageContext;
  form: FormState;
  /** The address written to; absent where this browser began no registration and the address must be typed. */
  email: string | undefined;
  next: string | undefined;
  notice?: CodeNotice | undefined;
}

/** Asks for the six digits of the e-mail, or takes them where the link was opened elsewhere. */
export function CodeView({ context, form, email, next, notice }: CodeViewProps) {
  const { language } = context;
  const t = verifyEmailTexts.for(language);
  const lead = email === undefined ? t('leadOther') : t('sentTo', { email });
  return (
    <Layout context={context} title={t('title')} width="text" formId="verify" invalid={form.errors.length > 0}>
      <PageHeading title={t('title')} lead={isBooking(next) ? `${lead} ${t('hold')}` : lead} />
      {notice && (
        <Alert language={language} tone={notice === 'sentAgain' ? 'success' : 'warning'} title={t(notice)} live />
      )}
      <Form id="verify" action="/verify-email" form={form} csrf={context.csrf}>
        <NextField next={next} />
        {email === undefined && (
          <TextField form={form} name="email" type="email" label={t('email')} autocomplete="email" maxlength={200} />
        )}
        <CodeField form={form} label={t('code')} hint={t('codeHint')} />
        <Actions>
          <Button busy={t('busy')}>{t('submit')}</Button>
        </Actions>
      </Form>
      <h2 class="h4 mt-5">{t('otherWays')}</h2>
      {email === undefined ? (
        <WithoutAddress context={context} next={next} />
      ) : (
        <OtherWays context={context} next={next} />
      )}
    </Layout>
  );
}

function OtherWays({ context, next }: { context: PageContext; next: string | undefined }) {
  const { language, csrf } = context;
  const t = verifyEmailTexts.for(language);
  const hidden: Record<string, string> = next === undefined ? {} : { next };
  return (
    <>
      <p class="t-muted">{t('linkOpenedHint')}</p>
      <Actions>
        <ActionForm action="/verify-email/continue" csrf={csrf} language={language} hidden={hidden}>
          <Button kind="secondary">{t('linkOpened')}</Button>
        </ActionForm>
        <ActionForm action="/verify-email/resend" csrf={csrf} language={language} hidden={hidden}>
          <Button kind="secondary">{t('resend')}</Button>
        </ActionForm>
      </Actions>
      {context.user === null && (
        <>
          <p class="mt-4">
            {t('known')} <a href={withNext(sitePaths.login, next)}>{t('knownLogin')}</a> ·{' '}
            <a href="/forgotten-password">{t('knownReset')}</a>
          </p>
          <p>
            {t('wrongAddress')} <a href={withNext('/register', next)}>{t('registerAgain')}</a>
          </p>
        </>
      )}
    </>
  );
}

function WithoutAddress({ context, next }: { context: PageContext; next: string | undefined }) {
  const t = verifyEmailTexts.for(context.language);
  return (
    <p>
      {t('loginForCode')} <a href={withNext(sitePaths.login, next)}>{t('login')}</a>
    </p>
  );
}

/** What the link of the e-mail opens: a button, because mail scanners open links too. */
export function LinkView(props: { context: PageContext; form: FormState; token: string; email: string; name: string }) {
  const { context, form, token, email, name } = props;
  const t = verifyEmailTexts.for(context.language);
  return (
    <Layout context={context} title={t('title')} width="text" formId="verify">
      <PageHeading title={t('linkTitle')} lead={t('linkLead', { email, name })} />
      <Form id="verify" action="/verify-email" form={form} csrf={context.csrf}>
        <input type="hidden" name="token" value={token} />
        <Actions>
          <Button busy={t('linkBusy')}>{t('linkSubmit')}</Button>
        </Actions>
      </Form>
      <p class="t-muted mt-4">{t('linkWarn')}</p>
    </Layout>
  );
}

/** A link that cannot be used, and what to do instead. */
export function BrokenLinkView(props: { context: PageContext; reason: 'link-expired' | 'link-used' | 'not-a-link' }) {
  const { context, reason } = props;
  const t = verifyEmailTexts.for(context.language);
  return (
    <Layout context={context} title={t('brokenTitle')} width="text">
      <PageHeading title={t('brokenTitle')} lead={t(reason)} />
      <Actions>
        {reason === 'link-used' ? (
          <ButtonLink href={sitePaths.login}>{t('toLogin')}</ButtonLink>
        ) : (
          <ButtonLink href="/verify-email">{t('newCode')}</ButtonLink>
        )}
      </Actions>
    </Layout>
  );
}
