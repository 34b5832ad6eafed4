import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { ErrorPage } from '#ui/error-page.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { AnswerRefusal } from './answer-clearance.ts';
import { answerTexts } from './answer.text.ts';
import { AnswerForm, overWords, RequestSummary } from './answer.view.tsx';
import { inboxSectionOf } from './inbox.query.ts';
import { linkPageTexts } from './link-page.text.ts';
import type { RequestFacts } from './request-facts.query.ts';

interface LinkPageProps {
  context: PageContext;
  facts: RequestFacts;
  form: FormState;
  refusal: AnswerRefusal | undefined;
  sent: boolean;
  path: string;
}

/** One request, with its answer or how it stands; people's data only as long as they are needed. */
export function ClearanceLinkView(props: LinkPageProps) {
  const { context, facts, form, refusal, sent, path } = props;
  const { language, csrf } = context;
  const t = linkPageTexts.for(language);
  const open = mayAnswer(facts);
  const isRead = facts.mode === 'notify';
  const words = { office: localText(facts.officeName, language), municipality: facts.municipality ?? '' };
  const withPeople = open || (isRead && facts.status === 'served');
  return (
    <Layout
      context={context}
      title={t(isRead ? 'toldTitle' : 'title')}
      width="text"
      invalid={form.errors.length > 0}
      {...(open && { formId: 'clearance-answer' })}
    >
      <PageHeading
        title={t(isRead ? 'toldTitle' : 'title')}
        lead={t(isRead ? 'toldLead' : 'lead', words)}
        kicker={localText(facts.serviceName, language)}
      />
      {sent && !open && (
        <Alert language={language} tone="success" live title={t('sentTitle')}>
          <p>{t('sentText')}</p>
        </Alert>
      )}
      {!sent && !open && !isRead && (
        <Alert language={language} tone="info" live={refusal !== undefined} title={t('settled')}>
          <p>{overWords(facts, language)}</p>
        </Alert>
      )}
      {open && refusal && <Alert language={language} tone="warning" live title={answerTexts.for(language)(refusal)} />}
      {open && <p>{t('why')}</p>}
      <RequestSummary facts={facts} language={language} withPeople={withPeople} />
      {open ? (
        <AnswerForm form={form} csrf={csrf} action={path} facts={facts} byLink />
      ) : (
        !withPeople && <p class="t-muted">{t('minimal')}</p>
      )}
    </Layout>
  );
}

/** By a link also what nobody has registered as asked: whoever has it was asked. */
function mayAnswer(facts: RequestFacts): boolean {
  const { mode, state, status } = facts;
  if (inboxSectionOf(facts) === 'to-answer') return true;
  return mode === 'required' && state === 'to-ask' && status === 'awaiting-clearance';
}

export function BadClearanceLinkView(props: { context: PageContext; reason: 'not-a-link' | 'expired' | 'replaced' }) {
  const { context, reason } = props;
  const t = linkPageTexts.for(context.language);
  const ways = [
    { href: sitePaths.askForHelp, label: t('help') },
    { href: sitePaths.home, label: t('home') },
  ];
  return <ErrorPage context={context} title={t(reason)} why={t(`${reason}-text`)} ways={ways} />;
}

/** For whoever works at the office that asks: the answer is not theirs to give. */
export function OwnRequestView({ context, byHand }: { context: PageContext; byHand: string | undefined }) {
  const t = linkPageTexts.for(context.language);
  const ways = [
    ...(byHand === undefined ? [] : [{ href: byHand, label: t('byHand') }]),
    { href: sitePaths.home, label: t('home') },
  ];
  return <ErrorPage context={context} title={t('own')} why={t('own-text')} ways={ways} />;
}
