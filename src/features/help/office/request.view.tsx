import { type Language, languageName, languageOrItalian, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button } from '#ui/button.tsx';
import { CheckboxField } from '#ui/fields/choice-field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { HelpRequest } from '../help.query.ts';
import { longestText } from '../help.rules.ts';
import { helpTexts } from '../help.text.ts';
import { PicturesField } from '../pictures-field.view.tsx';
import { StateBadge } from '../state-badge.view.tsx';
import { moment, Thread } from '../thread.view.tsx';
import type { Inbox } from './inbox-of.ts';
import { InboxPage } from './inbox-page.view.tsx';
import { inboxTexts } from './inbox.text.ts';

interface RequestProps {
  readonly context: PageContext;
  readonly inbox: Inbox;
  readonly help: HelpRequest;
  readonly form: FormState;
  readonly done: 'answered' | 'changed' | 'passed' | undefined;
}

/** One request as the office reads it: who writes and from where, the messages, the answer. */
export function RequestView(props: RequestProps) {
  const { context, inbox, help, form, done } = props;
  const { language } = context;
  const t = inboxTexts.for(language);
  const title = helpTexts.for(language)('thread', { number: String(help.id) });
  const here = `${inbox.path}/${help.id}`;
  return (
    <InboxPage
      context={context}
      inbox={inbox}
      title={title}
      breadcrumb={[{ label: t('title'), href: inbox.path }, { label: title }]}
      formId="answer"
      invalid={form.errors.length > 0}
    >
      <PageHeading
        title={title}
        lead={writer(help, language)}
        aside={<StateBadge language={language} state={help.state} />}
      />
      {done && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{done === 'answered' ? t('doneAnswered') : t('doneChanged')}</p>
        </Alert>
      )}
      <Thread
        language={language}
        messages={help.messages}
        zone={inbox.zone}
        pictures={`${here}/pictures/`}
        citizen={t('citizen')}
      />
      <h2 class="h3">{t('answer')}</h2>
      <Form id="answer" form={without('office', form)} csrf={context.csrf} action={here} upload>
        <TextareaField form={form} name="text" label={t('text')} hint={t('textHint')} maxlength={longestText} />
        <PicturesField form={form} />
        <CheckboxField form={form} name="close" label={t('close')} optional />
        <Actions>
          <Button busy={t('sending')}>{t('send')}</Button>
        </Actions>
      </Form>
      <Settle {...props} />
      <h2 class="h3 mt-5">{t('facts')}</h2>
      <Facts {...props} />
    </InboxPage>
  );
}

/** Who writes, and how sure that is. */
function writer(help: HelpRequest, language: Language): string {
  const t = inboxTexts.for(language);
  if (help.proved) return `${help.accountName ?? ''} · ${help.email} (${t('fromProved')})`;
  const account = help.accountName === null ? '' : `; ${t('fromAccount', { name: help.accountName })}`;
  return `${help.email} (${t('fromUnproved')}${account})`;
}

function Facts({ context, inbox, help }: RequestProps) {
  const { language } = context;
  const t = inboxTexts.for(language);
  return (
    <SummaryList
      language={language}
      rows={[
        ...(help.fromOffice === null
          ? []
          : [{ key: t('fromOffice'), value: localText(help.fromOffice.name, language) }]),
        { key: t('page'), value: help.page ?? '–' },
        { key: t('browser'), value: help.browser ?? '–' },
        { key: t('language'), value: languageName(languageOrItalian(help.language)) },
        { key: t('sentOn'), value: moment(help.createdAt, inbox.zone, language) },
        { key: t('who'), value: help.takenByName ?? t('nobody') },
      ]}
    />
  );
}

function Settle({ context, inbox, help, form }: RequestProps) {
  const { language, csrf } = context;
  const t = inboxTexts.for(language);
  const here = `${inbox.path}/${help.id}`;
  const passForm = { ...form, errors: form.errors.filter(({ field }) => field === 'office') };
  const isMine = help.takenBy === inbox.viewer.accountId;
  const settle = (to: string, label: string) => (
    <ActionForm action={`${here}/settle`} csrf={csrf} language={language} hidden={{ to }}>
      <Button kind="secondary" small>
        {label}
      </Button>
    </ActionForm>
  );
  return (
    <>
      <div class="t-actions">
        {isMine ? settle('free', t('free')) : settle('taken', t('take'))}
        {help.state === 'closed' ? settle('waiting', t('reopen')) : settle('closed', t('closeQuietly'))}
      </div>
      <details class="mt-3" open={form.errors.some(({ field }) => field === 'office')}>
        <summary>{t('pass')}</summary>
        <Form id="pass" form={passForm} csrf={csrf} action={`${here}/pass-on`}>
          <TextField form={passForm} name="office" label={t('passTo')} hint={t('passHint')} maxlength={80} optional />
          <Button kind="secondary">{t('passSend')}</Button>
        </Form>
      </details>
    </>
  );
}

/** The page has two forms: each tells of its own faults. */
function without(field: string, form: FormState): FormState {
  return { ...form, errors: form.errors.filter((error) => error.field !== field) };
}
