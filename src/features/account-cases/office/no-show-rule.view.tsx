import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { AtOffice } from '../at-office.ts';
import { noShowRuleTexts } from './no-show-rule.text.ts';

/** An office's rule for appointments missed: off, or so many in so many months. */
export function NoShowRuleView(props: { context: PageContext; at: AtOffice; form: FormState; saved: boolean }) {
  const { context, at, form, saved } = props;
  const { language, csrf } = context;
  const t = noShowRuleTexts.for(language);
  const settings = `/office/${at.office.code}/settings`;
  const digits = { inputmode: 'numeric', size: 'short', maxlength: 2, optional: true } as const;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('title')}
      width="text"
      formId="no-show-rule"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: t('settings'), href: settings }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      {saved && <Alert language={language} tone="success" title={t('saved')} live />}
      <Form id="no-show-rule" form={form} csrf={csrf}>
        <RadioField
          form={form}
          name="rule"
          label={t('on')}
          options={[
            { value: 'off', label: t('off'), hint: t('offHint') },
            { value: 'on', label: t('onOption'), hint: t('onHint') },
          ]}
        />
        <TextField form={form} name="limit" label={t('limit')} hint={t('limitHint')} {...digits} />
        <TextField form={form} name="months" label={t('months')} hint={t('monthsHint')} {...digits} />
        <TextField form={form} name="days" label={t('days')} hint={t('daysHint')} {...digits} />
        <RadioField
          form={form}
          name="scope"
          label={t('scope')}
          options={[
            { value: 'service', label: t('service') },
            { value: 'office', label: t('office') },
          ]}
        />
        <Actions>
          <Button>{t('save')}</Button>
          <ButtonLink href={settings} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
      <h2 class="h4 mt-5">{t('aboutTitle')}</h2>
      <ul>
        <li>{t('about1')}</li>
        <li>{t('about2')}</li>
        <li>{t('about3')}</li>
      </ul>
    </OfficeLayout>
  );
}
