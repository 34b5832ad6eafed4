import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { NextField } from '../next-path.tsx';
import { FactorPage, overviewPath, OwnPassword } from './frame.view.tsx';
import { secondFactorTexts } from './second-factor.text.ts';

/** A passkey is made by the browser, and named by its owner. */
export function NewPasskeyView(props: {
  context: PageContext;
  form: FormState;
  next: string | undefined;
  email: string;
  asksPassword: boolean;
  /** what the browser is asked, JSON, and the same signed */
  ask: { readonly options: string; readonly asked: string } | undefined;
}) {
  const { context, form, next, email, asksPassword, ask } = props;
  const t = secondFactorTexts.for(context.language);
  return (
    <FactorPage
      context={context}
      title={t('passkeyTitle')}
      lead={ask ? t('passkeyLead') : t('noSite')}
      formId={ask && 'passkey'}
      invalid={form.errors.length > 0}
    >
      {ask && (
        <Form id="passkey" action={`${overviewPath}/passkeys/new`} form={form} csrf={context.csrf}>
          <NextField next={next} />
          <input type="hidden" name="asked" value={ask.asked} />
          <input type="hidden" name="answer" value="" data-passkey="create" data-options={ask.options} />
          <TextField form={form} name="name" label={t('passkeyName')} hint={t('passkeyNameHint')} maxlength={60} />
          <OwnPassword form={form} email={email} asked={asksPassword} />
          <noscript>
            <p>{t('passkeyNoScript')}</p>
          </noscript>
          <Actions>
            <Button busy={t('busy')}>{t('passkeyCreate')}</Button>
            <ButtonLink href={overviewPath} kind="secondary">
              {t('back')}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </FactorPage>
  );
}
