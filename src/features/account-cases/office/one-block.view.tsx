import { dayIn, withArticle } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { CaseAccount } from '../account.query.ts';
import type { AtOffice } from '../at-office.ts';
import { Lines } from '../lines.view.tsx';
import { casePaths } from '../paths.ts';
import type { BlockCase } from '../restriction.query.ts';
import { blockTexts } from './block.text.ts';
import { DecideForm } from './decide.view.tsx';

const historyKey = { lifted: 'historyLifted', shortened: 'historyShortened', kept: 'historyKept' } as const;

/** One block: what it says, what the person answers, and the decision. */
export function OneBlockView(props: {
  context: PageContext;
  at: AtOffice;
  account: CaseAccount;
  found: BlockCase;
  names: ReadonlyMap<number, string>;
  form: FormState;
  /** the viewer blocked, and somebody else is there to decide the appeal */
  another: boolean;
}) {
  const { context, at, account, found, names, form, another } = props;
  const { language } = context;
  const t = blockTexts.for(language);
  const { block, office, zone, inForce, appeals, decisions } = found;
  const { code } = at.office;
  const name = `${account.givenName} ${account.familyName}`;
  const open = appeals.find(({ outcome }) => outcome === null);
  const dayOf = (when: Temporal.Instant) => withArticle('il', dayIn(when, zone), language);
  const nameOf = (id: number) => names.get(id)?.trim() || t('someone');
  const mayDecide = (inForce || open !== undefined) && account.id !== at.viewer.accountId && !another;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={`${t('oneTitle')}: ${name}`}
      width="text"
      formId={mayDecide ? 'decide' : undefined}
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: t('accounts'), href: casePaths.list(code) },
        { label: name, href: casePaths.account(code, account.id) },
        { label: t('oneTitle') },
      ]}
    >
      <PageHeading
        title={t('oneTitle')}
        kicker={name}
        aside={<Badge tone={inForce ? 'warning' : 'neutral'}>{t(inForce ? 'inForce' : 'over')}</Badge>}
      />
      <SummaryList
        language={language}
        rows={[
          { key: t('kind'), value: t(block.kind) },
          { key: t('place'), value: office === null ? t('everywhere') : localText(office.name, language) },
          {
            key: t('end'),
            value:
              block.lastDay === null
                ? t('endDecided')
                : t('endDay', { day: withArticle('al', block.lastDay, language) }),
          },
          { key: t('by'), value: t('byLine', { name: nameOf(block.createdBy), day: dayOf(block.createdAt) }) },
          { key: t('written'), value: <Lines text={block.reason} /> },
        ]}
      />
      {appeals.toReversed().map((appeal) => (
        <div key={appeal.id}>
          <h2 class="h4 mt-4">{t('appeal', { day: dayOf(appeal.createdAt) })}</h2>
          <blockquote class="blockquote">
            <Lines text={appeal.text} />
          </blockquote>
        </div>
      ))}
      {decisions.length > 0 && (
        <>
          <h2 class="h4 mt-4">{t('history')}</h2>
          {decisions.map(({ outcome, decidedBy, decidedAt, reason }) => (
            <p key={decidedAt.toString()}>
              <strong>{t(historyKey[outcome], { name: nameOf(decidedBy), day: dayOf(decidedAt) })}</strong>
              <br />
              <Lines text={reason} />
            </p>
          ))}
        </>
      )}
      {another && <Alert language={language} tone="info" title={t('another')} />}
      {mayDecide && (
        <>
          <h2 class="h4 mt-5">{t(open ? 'decideAppeal' : 'decide')}</h2>
          <DecideForm
            context={context}
            form={form}
            about="block"
            outcomes={open ? ['lifted', 'shortened', 'kept'] : ['lifted', 'shortened']}
            back={casePaths.account(code, account.id)}
          />
        </>
      )}
    </OfficeLayout>
  );
}
