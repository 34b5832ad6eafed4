import { languageName, languageOrItalian } from '#platform/language.ts';
import { blockKinds } from '#features/identity/index.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { CaseAccount } from '../account.query.ts';
import type { AtOffice } from '../at-office.ts';
import { casePaths } from '../paths.ts';
import { blockTexts } from './block.text.ts';

/** The form that blocks new bookings: why, where, until when, and the words for the person. */
export function BlockView(props: {
  context: PageContext;
  at: AtOffice;
  account: CaseAccount;
  form: FormState;
  today: Temporal.PlainDate;
}) {
  const { context, at, account, form, today } = props;
  const { language, csrf } = context;
  const t = blockTexts.for(language);
  const { code } = at.office;
  const name = `${account.givenName} ${account.familyName}`;
  const reader = languageName(languageOrItalian(account.language));
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={`${t('title')}: ${name}`}
      width="text"
      formId="block"
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: t('accounts'), href: casePaths.list(code) },
        { label: name, href: casePaths.account(code, account.id) },
        { label: t('title') },
      ]}
    >
      <PageHeading title={t('title')} kicker={name} lead={t('lead')} />
      <Form id="block" form={form} csrf={csrf}>
        <RadioField
          form={form}
          name="kind"
          label={t('kind')}
          options={blockKinds.map((kind) => ({ value: kind, label: t(kind) }))}
        />
        {at.network && (
          <RadioField
            form={form}
            name="where"
            label={t('where')}
            options={[
              { value: 'here', label: t('here') },
              { value: 'everywhere', label: t('everywhere') },
            ]}
          />
        )}
        <RadioField
          form={form}
          name="until"
          label={t('until')}
          options={[
            { value: 'day', label: t('untilDay') },
            { value: 'decided', label: t('untilDecided') },
          ]}
        />
        <DayField
          form={form}
          name="lastDay"
          label={t('lastDay')}
          hint={t('lastDayHint')}
          min={today.toString()}
          optional
        />
        <TextareaField
          form={form}
          name="reason"
          label={t('reason')}
          hint={`${t('reasonHint')} ${t('reasonLanguage', { language: reader })}`}
          maxlength={2000}
          rows={6}
        />
        <Actions>
          <Button kind="danger" busy={t('doing')}>
            {t('do')}
          </Button>
          <ButtonLink href={casePaths.account(code, account.id)} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </OfficeLayout>
  );
}
