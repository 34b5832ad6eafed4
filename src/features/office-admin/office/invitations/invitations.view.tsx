import { codeInGroups, type Invitation } from '#features/booking/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, languages, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { CheckboxField, SelectField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import { settingsPaths } from '../../paths.ts';
import { languageName } from '../../words.ts';
import type { AtOffering } from '../questions/at-offering.ts';
import { servicesTexts } from '../services.text.ts';
import { SettingsPage } from '../settings-page.view.tsx';
import { everyLanguage, noteSize } from './invitations.form.ts';
import { invitationsTexts } from './invitations.text.ts';

export const invitationsDone = ['made', 'revoked'] as const;

interface Props {
  context: PageContext;
  at: AtOffering;
  invitations: readonly Invitation[];
  form: FormState;
  done: (typeof invitationsDone)[number] | undefined;
}

/** Whom the office has invited, and new invitations. */
export function InvitationsView(props: Props) {
  const { context, at, form, done } = props;
  const { language } = context;
  const t = invitationsTexts.for(language);
  const { office, offering } = at;
  const list = { label: servicesTexts.for(language)('title'), href: settingsPaths.services(office.code) };
  return (
    <SettingsPage
      context={context}
      at={at}
      title={t('title')}
      kicker={localText(offering.serviceName, language)}
      lead={t('lead')}
      formId="invitations"
      invalid={form.errors.length > 0}
      above={[list]}
    >
      {done && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t(done === 'made' ? 'made' : 'revokedDone')}</p>
        </Alert>
      )}
      {!offering.inviteOnly && (
        <Alert language={language} tone="warning">
          <p class="mb-0">
            {t('notOnly')} <a href={settingsPaths.service(office.code, offering.serviceCode)}>{t('rules')}</a>
          </p>
        </Alert>
      )}
      <NewInvitations {...props} />
      <Made {...props} />
    </SettingsPage>
  );
}

function NewInvitations({ context, form }: Props) {
  const t = invitationsTexts.for(context.language);
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t('add')}</h2>
      <Form id="invitations" form={form} csrf={context.csrf}>
        <TextareaField
          form={form}
          name="people"
          label={t('people')}
          hint={t('peopleHint')}
          maxlength={50_000}
          rows={5}
          optional
        />
        <TextField
          form={form}
          name="count"
          label={t('count')}
          hint={t('countHint')}
          inputmode="numeric"
          size="short"
          maxlength={3}
          optional
        />
        <DayField form={form} name="until" label={t('until')} />
        <TextField form={form} name="note" label={t('note')} maxlength={noteSize} autocomplete="off" optional />
        <CheckboxField form={form} name="write" label={t('write')} optional />
        <SelectField
          form={form}
          name="language"
          label={t('letterIn')}
          hint={t('letterInHint')}
          options={[
            ...languages.map((code) => ({ value: code, label: languageName(code, context.language) })),
            { value: everyLanguage, label: t('everyLanguage') },
          ]}
        />
        <Button>{t('make')}</Button>
      </Form>
    </section>
  );
}

function Made({ context, at, invitations }: Props) {
  const { language } = context;
  const t = invitationsTexts.for(language);
  const base = settingsPaths.invitations(at.office.code, at.offering.serviceCode);
  const lastDay = (instant: Temporal.Instant): string =>
    dayMonthYear(dayIn(instant.subtract({ seconds: 1 }), at.office.timeZone), language);
  return (
    <section aria-labelledby="all">
      <h2 id="all">{t('all')}</h2>
      {invitations.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table
          caption={t('caption')}
          columns={[
            { label: t('code') },
            { label: t('forWhom') },
            { label: t('validUntil') },
            { label: t('state') },
            { label: t('change') },
          ]}
          rows={invitations.map((invitation) => ({
            key: String(invitation.id),
            tone: invitation.state === 'unused' ? undefined : 'muted',
            cells: [
              <span key="code" class="t-code" translate={false}>
                {codeInGroups(invitation.code)}
              </span>,
              <ForWhom key="whom" invitation={invitation} language={language} />,
              lastDay(invitation.validUntil),
              <State key="state" invitation={invitation} language={language} office={at.office.code} />,
              invitation.state === 'unused' ? (
                <ActionForm
                  key="revoke"
                  action={`${base}/${invitation.id}/revoke`}
                  csrf={context.csrf}
                  language={language}
                >
                  <Button kind="plain" small label={t('revokeOf', { code: codeInGroups(invitation.code) })}>
                    {t('revoke')}
                  </Button>
                </ActionForm>
              ) : null,
            ],
          }))}
        />
      )}
    </section>
  );
}

function ForWhom({ invitation, language }: { invitation: Invitation; language: Language }) {
  const { person, email, note } = invitation;
  const whom = [person, email].filter((one) => one !== null).join(' · ');
  return (
    <>
      {whom === '' ? (
        <span class="t-muted">{invitationsTexts.for(language)('nobody')}</span>
      ) : (
        <span translate={false}>{whom}</span>
      )}
      {note && (
        <>
          <br />
          <span class="t-muted">{note}</span>
        </>
      )}
    </>
  );
}

function State(props: { invitation: Invitation; language: Language; office: string }) {
  const { invitation, language, office } = props;
  const { state, bookingCode } = invitation;
  const t = invitationsTexts.for(language);
  if (state === 'used' && bookingCode !== null)
    return <a href={`/office/${office}/bookings/${bookingCode}`}>{t('usedFor', { code: bookingCode })}</a>;
  const tone = state === 'unused' ? 'success' : 'neutral';
  return <Badge tone={tone}>{t(state)}</Badge>;
}
