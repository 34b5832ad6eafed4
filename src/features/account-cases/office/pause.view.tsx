import type { OfficePause } from '#features/booking/index.ts';
import { dayIn, dayMonthYear, withArticle } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { CaseAccount } from '../account.query.ts';
import type { Appeal } from '../appeals/appeal.query.ts';
import type { AtOffice } from '../at-office.ts';
import { Lines } from '../lines.view.tsx';
import { casePaths } from '../paths.ts';
import { blockTexts } from './block.text.ts';
import { DecideForm } from './decide.view.tsx';

/** What somebody explains about appointments missed, and the decision. */
export function PauseView(props: {
  context: PageContext;
  at: AtOffice;
  account: CaseAccount;
  appeal: Appeal;
  pauses: readonly OfficePause[];
  form: FormState;
}) {
  const { context, at, account, appeal, pauses, form } = props;
  const { language } = context;
  const t = blockTexts.for(language);
  const { code, timeZone } = at.office;
  const name = `${account.givenName} ${account.familyName}`;
  const isOpen = appeal.outcome === null;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={`${t('pauseTitle')}: ${name}`}
      width="text"
      formId={isOpen ? 'decide' : undefined}
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: t('accounts'), href: casePaths.list(code) },
        { label: name, href: casePaths.account(code, account.id) },
        { label: t('pauseTitle') },
      ]}
    >
      <PageHeading title={t('pauseTitle')} kicker={name} lead={pauses.length === 0 ? t('pauseOver') : undefined} />
      {pauses.map((pause) => (
        <SummaryList
          key={pause.service?.code ?? ''}
          language={language}
          rows={[
            { key: t('end'), value: t('pauseEnd', { day: withArticle('al', pause.lastDay, language) }) },
            ...(pause.service ? [{ key: t('place'), value: localText(pause.service.name, language) }] : []),
            { key: t('pauseMissed'), value: pause.missed.map(({ day }) => dayMonthYear(day, language)).join('; ') },
          ]}
        />
      ))}
      <h2 class="h4 mt-4">{t('appeal', { day: withArticle('il', dayIn(appeal.createdAt, timeZone), language) })}</h2>
      <blockquote class="blockquote">
        <Lines text={appeal.text} />
      </blockquote>
      {isOpen ? (
        <DecideForm
          context={context}
          form={form}
          about="pause"
          outcomes={['lifted', 'kept']}
          back={casePaths.account(code, account.id)}
        />
      ) : (
        <Alert language={language} tone="info" title={t('decided-already')}>
          <p class="mb-0">
            <Lines text={appeal.answer ?? ''} />
          </p>
        </Alert>
      )}
    </OfficeLayout>
  );
}
