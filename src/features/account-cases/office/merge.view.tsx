import type { ComponentChildren } from 'preact';
import type { Collision } from '#features/booking/index.ts';
import { dayIn, dayMonthYear, withArticle } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { EmailAddress } from '#ui/email-address.tsx';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import type { CaseAccount } from '../account.query.ts';
import type { AtOffice } from '../at-office.ts';
import { changedFields, personFields } from '../changes/person-text.ts';
import { casePaths } from '../paths.ts';
import { PersonValue, personTexts } from '../person-details.view.tsx';
import { mergeTexts } from './merge.text.ts';

interface MergeProps {
  context: PageContext;
  at: AtOffice;
  one: CaseAccount;
  other: CaseAccount;
  collisions: readonly Collision[];
  form: FormState;
}

/** Two accounts side by side, and which of them stays. */
export function MergeView(props: MergeProps) {
  const { context, at, one, other, collisions, form } = props;
  const { language } = context;
  const t = mergeTexts.for(language);
  const mayMerge = !one.hasRoles && !other.hasRoles && collisions.length === 0;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('title')}
      formId={mayMerge ? 'merge' : undefined}
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: t('accounts'), href: casePaths.list(at.office.code) }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      <SideBySide {...props} />
      {(one.hasRoles || other.hasRoles) && <Alert language={language} tone="warning" title={t('roles')} />}
      {collisions.length > 0 && (
        <Alert language={language} tone="warning" title={t('bookings-collide')}>
          <ul class="mb-0">
            {collisions.map(({ serviceName, codes }) => (
              <li key={codes.join()}>
                {t('collide', { service: localText(serviceName, language), one: codes[0], other: codes[1] })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {mayMerge && <Choose {...props} />}
    </OfficeLayout>
  );
}

function SideBySide({ context, at, one, other }: MergeProps) {
  const { language } = context;
  const t = mergeTexts.for(language);
  const p = personTexts.for(language);
  const differ = changedFields(one, other);
  const same = <span class="t-muted"> ({t('same')})</span>;
  const officeOf = ({ office }: CaseAccount) => (office === null ? t('none') : localText(office.name, language));
  const dayOf = ({ createdAt }: CaseAccount) => dayMonthYear(dayIn(createdAt, at.office.timeZone), language);
  const account = (of: CaseAccount) => (
    <a key={of.id} href={casePaths.account(at.office.code, of.id)}>
      <EmailAddress email={of.email} />
    </a>
  );
  const facts: (readonly [string, (of: CaseAccount) => ComponentChildren])[] = [
    [t('email'), account],
    [t('phone'), ({ phone }) => phone ?? t('none')],
    [t('office'), officeOf],
    [t('since'), dayOf],
    [t('bookings'), ({ bookings }) => bookings.live],
    [t('past'), ({ bookings }) => t('pastLine', { ...bookings })],
  ];
  return (
    <Table
      caption={t('caption')}
      columns={[{ label: t('field') }, { label: t('one', { number: 1 }) }, { label: t('one', { number: 2 }) }]}
      rows={[
        ...personFields.map((field) => ({
          key: field,
          cells: [
            p(field),
            <PersonValue key="one" language={language} person={one} field={field} />,
            <span key="other">
              <PersonValue language={language} person={other} field={field} />
              {!differ.includes(field) && same}
            </span>,
          ],
        })),
        ...facts.map(([label, value]) => ({ key: label, cells: [label, value(one), value(other)] })),
      ]}
    />
  );
}

function Choose({ context, at, one, other, form }: MergeProps) {
  const { language, csrf } = context;
  const t = mergeTexts.for(language);
  const choice = ({ id, email, createdAt, bookings }: CaseAccount) => ({
    value: String(id),
    label: t('keepOne', { email }),
    hint: t('keepHint', {
      day: withArticle('il', dayIn(createdAt, at.office.timeZone), language),
      live: bookings.live,
    }),
  });
  return (
    <>
      <h2 class="h4 mt-4">{t('what')}</h2>
      <ul>
        <li>{t('what1')}</li>
        <li>{t('what2')}</li>
        <li>{t('what3')}</li>
        <li>{t('what4')}</li>
      </ul>
      <Form id="merge" form={form} csrf={csrf}>
        <RadioField form={form} name="keep" label={t('keep')} options={[choice(one), choice(other)]} />
        <CheckboxField form={form} name="sure" label={t('sure')} />
        <Actions>
          <Button kind="danger">{t('do')}</Button>
          <ButtonLink href={casePaths.list(at.office.code)} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
