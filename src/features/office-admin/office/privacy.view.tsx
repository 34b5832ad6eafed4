import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { TextField } from '#ui/fields/text-field.tsx';
import type { AtOffice } from '../at-office.ts';
import { textLanguages } from '../local-text.form.ts';
import { LocalTextFields } from '../local-text-fields.view.tsx';
import { officePrivacyPath, settingsPaths } from '../paths.ts';
import { ChangedLast } from '../changed-last.view.tsx';
import { officePrivacyTexts } from './privacy.text.ts';
import { SettingsPage } from './settings-page.view.tsx';

/** Characters the office's own part of the notice may have. */
export const privacyTextSize = 6000;

export function PrivacyFormView(props: {
  context: PageContext;
  at: AtOffice;
  form: FormState;
  changed: { at: Temporal.Instant; by: string } | undefined;
  saved: boolean;
}) {
  const { context, at, form, changed, saved } = props;
  const { language } = context;
  const t = officePrivacyTexts.for(language);
  return (
    <SettingsPage
      context={context}
      at={at}
      title={t('title')}
      lead={t('lead')}
      width="text"
      formId="privacy"
      invalid={form.errors.length > 0}
      aside={
        <ButtonLink href={officePrivacyPath(at.office.code)} kind="secondary" icon="external-link">
          {t('publicPage')}
        </ButtonLink>
      }
    >
      {saved && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t('saved')}</p>
        </Alert>
      )}
      <ChangedLast language={language} zone={at.office.timeZone} changed={changed} />
      <Form id="privacy" form={form} csrf={context.csrf}>
        <input type="hidden" name="seen" value={String(form.values['seen'] ?? '')} />
        <TextField
          form={form}
          name="controller"
          label={t('controller')}
          hint={t('controllerHint', { office: localText(at.office.name, language) })}
          maxlength={200}
          optional
        />
        <TextField form={form} name="dpo" label={t('dpo')} hint={t('dpoHint')} maxlength={300} optional />
        <LocalTextFields
          form={form}
          name="text"
          label={t('text')}
          hint={t('textHint')}
          languages={textLanguages(at.office.languages)}
          max={privacyTextSize}
          rows={6}
        />
        <Actions>
          <Button>{t('save')}</Button>
          <ButtonLink href={settingsPaths.hub(at.office.code)} kind="secondary">
            {t('cancel')}
          </ButtonLink>
        </Actions>
      </Form>
    </SettingsPage>
  );
}
