import { certifiedFaultTexts, type CertifiedAccount } from '#features/certified-mail/index.ts';
import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { CheckboxField, SelectField } from '#ui/fields/choice-field.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { PasswordField, TextField } from '#ui/fields/text-field.tsx';
import { imapPorts, smtpPorts } from './account.form.ts';
import { certifiedAccountTexts } from './account.text.ts';
import { TrialView } from './trial.view.tsx';
import type { ShownTrial } from './trial.ts';

export interface AccountPageProps {
  readonly language: Language;
  readonly csrf: string;
  readonly form: FormState;
  readonly account: CertifiedAccount | undefined;
  /** The mailbox that is used meanwhile, where the office has none. */
  readonly inherited: string | undefined;
  readonly timeZone: string;
  readonly done: string | undefined;
  readonly trial: ShownTrial | undefined;
  /** The address of the form; `/try` and `/remove` are below it. */
  readonly path: string;
}

/** The form of a certified mailbox, with its state and what a trial said. */
export function CertifiedAccountForm(props: AccountPageProps) {
  const { language, csrf, form, account, path, trial } = props;
  const t = certifiedAccountTexts.for(language);
  return (
    <>
      <AccountState {...props} />
      {trial && <TrialView language={language} trial={trial} />}
      <Form id="certified" form={form} csrf={csrf} action={path}>
        <Fieldset form={form} legend={t('who')}>
          <TextField
            form={form}
            name="sender"
            label={t('sender')}
            hint={t('senderHint')}
            type="email"
            maxlength={200}
          />
          <TextField form={form} name="username" label={t('username')} hint={t('usernameHint')} maxlength={200} />
          <PasswordField
            form={form}
            name="password"
            label={t('password')}
            hint={account ? t('passwordKept') : t('passwordHint')}
            autocomplete="new-password"
            optional={account !== undefined}
          />
        </Fieldset>
        <Fieldset form={form} legend={t('smtp')}>
          <TextField form={form} name="smtpHost" label={t('smtpHost')} hint={t('hostHint')} maxlength={200} />
          <SelectField form={form} name="smtpPort" label={t('port')} options={ports(language, smtpPorts, 465)} />
        </Fieldset>
        <Fieldset form={form} legend={t('imap')}>
          <TextField form={form} name="imapHost" label={t('imapHost')} hint={t('imapHostHint')} maxlength={200} />
          <SelectField form={form} name="imapPort" label={t('port')} options={ports(language, imapPorts, 993)} />
          <TextField form={form} name="folder" label={t('folder')} maxlength={120} />
          <TextField
            form={form}
            name="doneFolder"
            label={t('doneFolder')}
            hint={t('doneFolderHint')}
            maxlength={120}
            optional
          />
        </Fieldset>
        <CheckboxField form={form} name="active" label={t('active')} optional />
        <Actions>
          <Button>{t('save')}</Button>
        </Actions>
      </Form>
      {account && (
        <>
          <h2 class="h3">{t('trial')}</h2>
          <p>{t('tryAbout')}</p>
          <Actions>
            <ActionForm action={`${path}/try`} csrf={csrf} language={language}>
              <Button kind="secondary" icon="refresh" busy={t('trying')}>
                {t('try')}
              </Button>
            </ActionForm>
            <ActionForm action={`${path}/remove`} csrf={csrf} language={language}>
              <Button kind="danger">{t('remove')}</Button>
            </ActionForm>
          </Actions>
        </>
      )}
    </>
  );
}

function AccountState({ language, account, inherited, timeZone, done }: AccountPageProps) {
  const t = certifiedAccountTexts.for(language);
  const fault = certifiedFaultTexts.for(language);
  const readFault = account?.readFault ?? undefined;
  return (
    <>
      {(done === 'saved' || done === 'removed') && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t(done)}</p>
        </Alert>
      )}
      {account === undefined && (
        <Alert language={language} tone="info">
          <p class="mb-0">{inherited === undefined ? t('none') : t('inherited', { sender: inherited })}</p>
        </Alert>
      )}
      {account && !account.active && (
        <Alert language={language} tone="warning">
          <p class="mb-0">{t('off')}</p>
        </Alert>
      )}
      {account?.active && readFault !== undefined && (
        <Alert language={language} tone="danger" title={t('readBadly')}>
          <p class="mb-0">{fault(certifiedFaultTexts.has(readFault) ? readFault : 'other')}</p>
        </Alert>
      )}
      {account?.active && readFault === undefined && (
        <p class="t-muted">{readWords(language, account.readAt, timeZone)}</p>
      )}
    </>
  );
}

function readWords(language: Language, at: Temporal.Instant | null, timeZone: string): string {
  const t = certifiedAccountTexts.for(language);
  if (at === null) return t('notRead');
  return t('readWell', { day: shortDate(dayIn(at, timeZone), language), time: clockTime(at, timeZone) });
}

function ports(language: Language, all: readonly number[], implicitTls: number) {
  const t = certifiedAccountTexts.for(language);
  return all.map((port) => ({
    value: String(port),
    label: t(port === implicitTls ? 'tlsPort' : 'startTlsPort', { port: String(port) }),
  }));
}
