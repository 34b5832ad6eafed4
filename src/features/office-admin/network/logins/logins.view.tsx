import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { NetworkPage } from '../network-page.view.tsx';
import { networkLoginsTexts } from './logins.text.ts';

export function NetworkLoginsView(props: { context: PageContext; form: FormState; saved: boolean }) {
  const { context, form, saved } = props;
  const { language } = context;
  const t = networkLoginsTexts.for(language);
  return (
    <NetworkPage
      context={context}
      title={t('title')}
      lead={t('lead')}
      width="text"
      formId="logins"
      invalid={form.errors.length > 0}
    >
      {saved && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t('saved')}</p>
        </Alert>
      )}
      <Form id="logins" form={form} csrf={context.csrf}>
        <DayField form={form} name="lastOpeningDay" label={t('lastOpening')} hint={t('lastOpeningHint')} optional />
        <DayField form={form} name="lastUseDay" label={t('lastUse')} hint={t('lastUseHint')} optional />
        <TextField
          form={form}
          name="warnDays"
          label={t('warn')}
          hint={t('warnHint')}
          inputmode="numeric"
          size="short"
          maxlength={3}
        />
        <h2 class="h4 mt-4">{t('means')}</h2>
        <ul>
          <li>{t('meansOpening')}</li>
          <li>{t('meansUse')}</li>
          <li>{t('meansBookings')}</li>
          <li>{t('meansOthers')}</li>
        </ul>
        <Actions>
          <Button busy={t('busy')}>{t('save')}</Button>
        </Actions>
      </Form>
    </NetworkPage>
  );
}
