import { documentsSeen, identifiedHowName } from '#features/identity/index.ts';
import { dayMonthYear } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField, RadioField } from '#ui/fields/choice-field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { type AtOffice, bookingPath, deskPath } from '../../at-office.ts';
import type { AccountAtDesk } from './account-at-desk.query.ts';
import { accountRows } from './account-rows.view.tsx';
import { identifyTexts } from './identify.text.ts';

export interface IdentifyProps {
  context: PageContext;
  at: AtOffice;
  /** undefined until an account is found */
  account: AccountAtDesk | undefined;
  /** the booking the person came for */
  code: string | undefined;
  form: FormState;
  notice?: 'done' | 'undone' | undefined;
}

/** Who has shown a document: the account beside the form. */
export function IdentifyView(props: IdentifyProps) {
  const { context, at, account, code, form, notice } = props;
  const { language } = context;
  const t = identifyTexts.for(language);
  return (
    <OfficeLayout context={context} at={at} title={t('title')} width="text" invalid={form.errors.length > 0}>
      <PageHeading title={t('title')} lead={t('lead')} />
      {notice && <Alert language={language} tone="success" title={t(notice)} live />}
      {account ? <Person {...props} account={account} /> : <EmailForm {...props} />}
      <p class="mt-4">
        {code && <a href={bookingPath(at.office, code)}>{t('back')}</a>}
        {!code && account && <a href={deskPath(at.office, 'identify')}>{t('another')}</a>}
      </p>
    </OfficeLayout>
  );
}

function EmailForm({ context, at, form }: IdentifyProps) {
  const t = identifyTexts.for(context.language);
  return (
    <Form id="find" action={deskPath(at.office, 'identify')} form={form} csrf={context.csrf}>
      <TextField form={form} name="email" type="email" label={t('email')} hint={t('emailHint')} maxlength={200} />
      <Actions>
        <Button>{t('find')}</Button>
      </Actions>
    </Form>
  );
}

function Person({ context, at, account, code, form }: IdentifyProps & { account: AccountAtDesk }) {
  const { language, csrf } = context;
  const { person, identification } = account;
  const t = identifyTexts.for(language);
  const hidden = code ? { code } : { email: person.email };
  const born = person.birthDate === null ? t('noBirthDate') : dayMonthYear(person.birthDate, language);
  return (
    <>
      <h2 class="h4">{t('person')}</h2>
      <SummaryList
        language={language}
        rows={[
          { key: t('name'), value: <strong translate={false}>{`${person.givenName} ${person.familyName}`}</strong> },
          { key: t('birthDate'), value: <strong>{born}</strong> },
          { key: t('mail'), value: person.email },
          ...accountRows(account, { office: at.office, language }),
        ]}
      />
      {identification === undefined ? (
        <Form id="identify" action={deskPath(at.office, 'identify/confirm')} form={form} csrf={csrf}>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <RadioField
            form={form}
            name="how"
            label={t('document')}
            options={documentsSeen.map((how) => ({ value: how, label: identifiedHowName(how, language) }))}
          />
          <CheckboxField form={form} name="same" label={t('same')} hint={t('wrongData')} />
          <Actions>
            <Button busy={t('busy')}>{t('submit')}</Button>
            {code && (
              <ButtonLink href={bookingPath(at.office, code)} kind="secondary">
                {t('back')}
              </ButtonLink>
            )}
          </Actions>
        </Form>
      ) : (
        <>
          <p>{t('undoAbout')}</p>
          <ActionForm action={deskPath(at.office, 'identify/undo')} csrf={csrf} language={language} hidden={hidden}>
            <Button kind="danger">{t('undo')}</Button>
          </ActionForm>
        </>
      )}
    </>
  );
}
