import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { FactorPage, overviewPath, OwnPassword } from './frame.view.tsx';
import type { FactorNotice } from './overview.view.tsx';
import { secondFactorTexts } from './second-factor.text.ts';

/** The recovery codes, this once. */
export function CodesView(props: {
  context: PageContext;
  codes: readonly string[];
  next: string | undefined;
  done: FactorNotice;
}) {
  const { context, codes, next, done } = props;
  const { language } = context;
  const t = secondFactorTexts.for(language);
  // The address was that of a form: its page has nothing more to show.
  const shown = { ...context, url: `${overviewPath}?done=${done}` };
  return (
    <FactorPage context={shown} title={t('codesTitle')} lead={t('codesNow')}>
      <Alert language={language} tone="success" title={t(done)} live />
      <p>{t('codesKeep')}</p>
      <ol class="t-recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <span class="t-code" translate={false}>
              {code}
            </span>
          </li>
        ))}
      </ol>
      <Actions>
        <ButtonLink href={next ?? overviewPath}>{t('saved')}</ButtonLink>
        <button type="button" class="btn btn-outline-primary" data-print hidden>
          {t('print')}
        </button>
      </Actions>
    </FactorPage>
  );
}

/** New codes in the place of those that are used up, lost or seen by others. */
export function NewCodesView(props: { context: PageContext; form: FormState; email: string; asksPassword: boolean }) {
  const { context, form, email, asksPassword } = props;
  const t = secondFactorTexts.for(context.language);
  return (
    <FactorPage
      context={context}
      title={t('codesNew')}
      lead={t('codesNewLead')}
      formId="codes"
      invalid={form.errors.length > 0}
    >
      <Form id="codes" action={`${overviewPath}/codes`} form={form} csrf={context.csrf}>
        <OwnPassword form={form} email={email} asked={asksPassword} />
        <Actions>
          <Button busy={t('busy')}>{t('codesMake')}</Button>
          <ButtonLink href={overviewPath} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </FactorPage>
  );
}
