import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { type AtOffice, deskPath } from '../../at-office.ts';
import { namingTexts } from './naming.text.ts';

/** One choice, with what people will read. */
export function NamingView(props: { context: PageContext; at: AtOffice; form: FormState; saved: boolean }) {
  const { context, at, form, saved } = props;
  const { language } = context;
  const t = namingTexts.for(language);
  const office = localText(at.office.name, language);
  const queue = deskPath(at.office, 'queue');
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('title')}
      width="text"
      formId="naming"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: t('queue'), href: queue }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      {saved && <Alert language={language} tone="success" live title={t('saved')} />}
      <Form id="naming" form={form} csrf={context.csrf} action={deskPath(at.office, 'queue/naming')}>
        <RadioField
          form={form}
          name="name"
          label={t('name')}
          options={[
            { value: 'office', label: t('office'), hint: t('officeHint', { office }) },
            { value: 'operator', label: t('operator'), hint: t('operatorHint', { office }) },
          ]}
        />
        <Actions>
          <Button busy={t('saving')}>{t('save')}</Button>
          <ButtonLink href={queue} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}
