import { Button, Actions, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { typedSecret } from '../../second-factor/totp.ts';
import { CodeField } from '../code-field.view.tsx';
import { NextField } from '../next-path.tsx';
import { FactorPage, overviewPath, OwnPassword } from './frame.view.tsx';
import { secondFactorTexts } from './second-factor.text.ts';

/** What an app is told: as a picture, as a link and as letters. */
export interface ShownSecret {
  readonly secret: string;
  readonly address: string;
  readonly picture: string;
}

/** First the password; then the picture to scan, and the code that shows that it was scanned. */
export function AppView(props: {
  context: PageContext;
  form: FormState;
  next: string | undefined;
  email: string;
  asksPassword: boolean;
  shown: ShownSecret | undefined;
}) {
  const { context, form, next, email, asksPassword, shown } = props;
  const t = secondFactorTexts.for(context.language);
  const invalid = form.errors.length > 0;
  return (
    <FactorPage context={context} title={t('appTitle')} lead={t('appLead')} formId="app" invalid={invalid}>
      <Form id="app" action={`${overviewPath}/app`} form={form} csrf={context.csrf}>
        <NextField next={next} />
        <input type="hidden" name="step" value={shown === undefined ? 'start' : 'confirm'} />
        {shown === undefined ? (
          <>
            <OwnPassword form={form} email={email} asked={asksPassword} />
            <Actions>
              <Button busy={t('busy')}>{t('appStart')}</Button>
              <ButtonLink href={overviewPath} kind="secondary">
                {t('back')}
              </ButtonLink>
            </Actions>
          </>
        ) : (
          <>
            <h2 class="h4">{t('scan')}</h2>
            <img src={shown.picture} alt={t('scanAlt')} width="220" height="220" />
            <p>
              <a href={shown.address}>{t('scanHere')}</a>
            </p>
            <p>
              {t('typeSecret')}
              <br />
              <span class="t-code" translate={false}>
                {typedSecret(shown.secret)}
              </span>
            </p>
            <CodeField form={form} label={t('appCode')} hint={t('appCodeHint')} />
            <Actions>
              <Button busy={t('busy')}>{t('appConfirm')}</Button>
              <ButtonLink href={overviewPath} kind="secondary">
                {t('back')}
              </ButtonLink>
            </Actions>
          </>
        )}
      </Form>
    </FactorPage>
  );
}
