import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { TextField } from '#ui/fields/text-field.tsx';
import { NetworkPage } from './network-page.view.tsx';
import { networkSiteTexts } from './site.text.ts';

export function NetworkSiteView(props: { context: PageContext; form: FormState; saved: boolean }) {
  const { context, form, saved } = props;
  const { language } = context;
  const t = networkSiteTexts.for(language);
  return (
    <NetworkPage
      context={context}
      title={t('title')}
      lead={t('lead')}
      width="text"
      formId="site"
      invalid={form.errors.length > 0}
      aside={
        <ButtonLink href={sitePaths.legal} kind="secondary" icon="external-link">
          {t('see')}
        </ButtonLink>
      }
    >
      {saved && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t('saved')}</p>
        </Alert>
      )}
      <Form id="site" form={form} csrf={context.csrf}>
        <input type="hidden" name="seen" value={String(form.values['seen'] ?? '')} />
        <Fieldset form={form} legend={t('body')}>
          <TextField form={form} name="name" label={t('name')} hint={t('nameHint')} maxlength={200} optional />
          <TextField form={form} name="address" label={t('address')} hint={t('addressHint')} maxlength={300} optional />
          <TextField form={form} name="email" label={t('email')} type="email" maxlength={200} optional />
          <TextField form={form} name="phone" label={t('phone')} type="tel" maxlength={60} optional />
        </Fieldset>
        <Fieldset form={form} legend={t('contacts')}>
          <TextField form={form} name="dpo" label={t('dpo')} hint={t('dpoHint')} maxlength={300} optional />
          <TextField
            form={form}
            name="accessibilityEmail"
            label={t('accessibilityEmail')}
            hint={t('accessibilityEmailHint')}
            type="email"
            maxlength={200}
            optional
          />
          <TextField
            form={form}
            name="securityContact"
            label={t('securityContact')}
            hint={t('securityContactHint')}
            maxlength={300}
            optional
          />
          <TextField
            form={form}
            name="sourceUrl"
            label={t('sourceUrl')}
            hint={t('sourceUrlHint')}
            maxlength={300}
            optional
          />
        </Fieldset>
        <Actions>
          <Button>{t('save')}</Button>
        </Actions>
      </Form>
    </NetworkPage>
  );
}
