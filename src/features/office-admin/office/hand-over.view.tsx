import { type HandOver, type PersonWithRoles, roleName, type RoleName } from '#features/identity/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { CheckboxesField, RadioField } from '#ui/fields/choice-field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import type { AtOffice } from '../at-office.ts';
import { handOverTexts } from '../hand-over.text.ts';
import { settingsPaths } from '../paths.ts';
import { SettingsPage } from './settings-page.view.tsx';

export const handOverNotices = { asked: 'success', withdrawn: 'success', over: 'info' } as const;
export type HandOverNotice = keyof typeof handOverNotices;

/** The roles that somebody may go on with who hands the office over. */
export const keptRoles = ['operator', 'officer', 'planner-manager', 'helper'] as const satisfies readonly RoleName[];

export function HandOverView(props: {
  context: PageContext;
  at: AtOffice;
  form: FormState;
  candidates: readonly PersonWithRoles[];
  open: HandOver | undefined;
  isAdmin: boolean;
  notice: HandOverNotice | undefined;
}) {
  const { context, at, form, candidates, open, isAdmin, notice } = props;
  const { language } = context;
  const { code } = at.office;
  const t = handOverTexts.for(language);
  const asks = open === undefined && isAdmin && candidates.length > 0;
  return (
    <SettingsPage
      context={context}
      at={at}
      title={t('title')}
      lead={t('lead')}
      width="text"
      above={[{ label: t('people'), href: settingsPaths.people(code) }]}
      formId={asks ? 'hand-over' : undefined}
      invalid={form.errors.length > 0}
    >
      {notice && <Alert language={language} tone={handOverNotices[notice]} title={t(notice)} live />}
      {open && <Waiting context={context} at={at} open={open} />}
      {open === undefined && !isAdmin && <p>{t('notAdmin')}</p>}
      {open === undefined && isAdmin && candidates.length === 0 && (
        <EmptyState icon="user" title={t('nobody')}>
          <p>{t('nobodyWhy')}</p>
          <ButtonLink href={settingsPaths.people(code)}>{t('add')}</ButtonLink>
        </EmptyState>
      )}
      {asks && (
        <Form id="hand-over" form={form} csrf={context.csrf}>
          <RadioField
            form={form}
            name="to"
            label={t('to')}
            hint={t('toHint')}
            options={candidates.map(({ accountId, givenName, familyName, roles }) => ({
              value: String(accountId),
              label: `${givenName} ${familyName}`,
              hint: new Intl.ListFormat(language).format(roles.map((role) => roleName(role, language))),
            }))}
          />
          <CheckboxesField
            form={form}
            name="keeps"
            label={t('keeps')}
            hint={t('keepsHint')}
            optional
            options={keptRoles.map((role) => ({ value: role, label: roleName(role, language) }))}
          />
          <Actions>
            <Button>{t('send')}</Button>
          </Actions>
        </Form>
      )}
    </SettingsPage>
  );
}

function Waiting({ context, at, open }: { context: PageContext; at: AtOffice; open: HandOver }) {
  const { language, csrf } = context;
  const t = handOverTexts.for(language);
  const day = dayMonthYear(dayIn(open.expiresAt, at.office.timeZone), language);
  return (
    <>
      <Alert language={language} tone="info" title={t('waiting', { name: open.toName })}>
        <p class="mb-0">{t('waitingUntil', { day })}</p>
      </Alert>
      <ActionForm action={settingsPaths.withdrawHandOver(at.office.code)} csrf={csrf} language={language}>
        <Button kind="secondary">{t('withdraw')}</Button>
      </ActionForm>
    </>
  );
}
