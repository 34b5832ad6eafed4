import {
  AnswerForm,
  type AnswerRefusal,
  answerTexts,
  askedPath,
  type InboxSection,
  overWords,
  type RequestFacts,
  RequestSummary,
} from '#features/booking/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, type FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { AtOffice } from '../../at-office.ts';
import { inboxTexts } from './inbox.text.ts';

interface AskedProps {
  context: PageContext;
  at: AtOffice;
  facts: RequestFacts;
  section: InboxSection;
  form: FormState;
  refusal: AnswerRefusal | undefined;
  sent: boolean;
  today: Temporal.PlainDate;
}

/** One request of another office: who it is about, and the answer. */
export function AskedView(props: AskedProps) {
  const { context, at, facts, section, form, refusal, sent } = props;
  const { language, csrf } = context;
  const t = inboxTexts.for(language);
  const path = askedPath(at.office, facts.id);
  const isTold = facts.mode === 'notify';
  const title = t(isTold ? 'toldTitle' : 'request');
  const isSettled = section === 'settled';
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      width="text"
      invalid={form.errors.length > 0}
      breadcrumb={[{ label: t('title'), href: askedPath(at.office) }, { label: facts.code }]}
    >
      <PageHeading
        title={title}
        kicker={localText(facts.serviceName, language)}
        lead={t(isTold ? 'toldLead' : 'requestLead', { office: localText(facts.officeName, language) })}
      />
      {sent && isSettled && (
        <Alert language={language} tone="success" live title={t(isTold ? 'readDone' : 'done')}>
          {!isTold && <p>{t('doneText')}</p>}
        </Alert>
      )}
      {refusal && (
        <Alert
          language={language}
          tone="warning"
          live
          title={isSettled ? overWords(facts, language) : answerTexts.for(language)(refusal)}
        />
      )}
      {!sent && !refusal && isSettled && facts.answeredOn === null && (
        <Alert language={language} tone="info" title={overWords(facts, language)} />
      )}
      <RequestSummary facts={facts} language={language} withPeople />
      {section === 'to-answer' && at.may('take-in-charge') && (
        <AnswerForm form={form} csrf={csrf} action={path} facts={facts} />
      )}
      {section === 'to-read' && at.may('take-in-charge') && (
        <ActionForm action={path} csrf={csrf} language={language} hidden={{ answer: 'read' }}>
          <Button icon="check">{t('read')}</Button>
        </ActionForm>
      )}
      <Actions>
        <ButtonLink href={askedPath(at.office)} kind="secondary">
          {t('back')}
        </ButtonLink>
      </Actions>
    </OfficeLayout>
  );
}
