import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Alert } from '#ui/alert.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { SelectionCount } from '#features/booking/index.ts';
import type { AtOffice } from '../../at-office.ts';
import { type MassPage, massPaths, withFields } from './mass-paths.ts';
import { massReasons, massReasonTexts } from './reasons.text.ts';
import { massTexts } from './mass.text.ts';
import { longest } from './words.form.ts';

/** What the people of the chosen appointments are told: why they are cancelled, or a message. */
export function ComposeView(props: {
  context: PageContext;
  at: AtOffice;
  kind: MassPage;
  count: SelectionCount;
  /** the selection */
  fields: readonly (readonly [string, string])[];
  form: FormState;
}) {
  const { context, at, kind, count, fields, form } = props;
  const { language } = context;
  const t = massTexts.for(language);
  const title = t(kind === 'cancel' ? 'cancelTitle' : 'messageTitle', { count: count.count });
  const back = withFields(
    massPaths.select(at.office),
    fields.filter(([name]) => name !== 'code'),
  );
  return (
    <OfficeLayout
      width="text"
      context={context}
      at={at}
      title={title}
      formId="words"
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: t('listTitle'), href: massPaths.list(at.office) },
        { label: t('selectTitle'), href: back },
        { label: t(kind === 'cancel' ? 'cancelThem' : 'writeThem') },
      ]}
    >
      <PageHeading title={title} lead={t(kind === 'cancel' ? 'cancelLead' : 'messageLead')} />
      {kind === 'cancel' && <Alert language={language} tone="warning" title={t('noUndo')} />}
      <Form id="words" form={form} csrf={context.csrf} action={massPaths.page(at.office, kind)}>
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {kind === 'cancel' ? <Reason form={form} /> : <Message form={form} />}
        <Actions>
          <Button>{t('toPreview')}</Button>
          <ButtonLink href={back} kind="secondary">
            {t('backToSelection')}
          </ButtonLink>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}

function Reason({ form }: { form: FormState }) {
  const { language } = form;
  const t = massTexts.for(language);
  const options = massReasons.map((value) => ({ value, label: massReasonTexts.for(language)(value) }));
  return (
    <>
      <SelectField form={form} name="reason" label={t('reason')} hint={t('reasonHint')} options={options} />
      <TextareaField
        form={form}
        name="moreIt"
        label={t('moreIt')}
        hint={t('moreHint')}
        maxlength={longest.more}
        rows={3}
        optional
      />
      <TextareaField form={form} name="moreEn" label={t('moreEn')} maxlength={longest.more} rows={3} optional />
    </>
  );
}

function Message({ form }: { form: FormState }) {
  const t = massTexts.for(form.language);
  return (
    <>
      <Fieldset form={form} legend={t('inItalian')}>
        <TextField form={form} name="subjectIt" label={t('subject')} maxlength={longest.subject} optional />
        <TextareaField form={form} name="textIt" label={t('text')} maxlength={longest.text} rows={6} optional />
      </Fieldset>
      <Fieldset form={form} legend={t('inEnglish')} hint={t('oneLanguage')}>
        <TextField form={form} name="subjectEn" label={t('subject')} maxlength={longest.subject} optional />
        <TextareaField form={form} name="textEn" label={t('text')} maxlength={longest.text} rows={6} optional />
      </Fieldset>
    </>
  );
}
