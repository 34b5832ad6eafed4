import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ActionForm } from '#ui/form.tsx';
import { OfficeLayout } from '#ui/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { Table } from '#ui/table.tsx';
import type { Planner } from '../planner.query.ts';
import type { OpeningRule } from '../rules.ts';
import type { WeekPreview } from '../week-preview.rules.ts';
import type { PlannerPageProps } from './planner-page.ts';
import { plannerPaths } from './paths.ts';
import { plannerTexts } from './planner.text.ts';
import { PlannerState } from './planners.view.tsx';
import { ruleDays, ruleHours, ruleValidity } from './rule-words.ts';
import { WeekTable } from './week-table.view.tsx';

/** What was just done, told once on top of the page. */
export const doneWords = {
  settings: 'savedSettings',
  rule: 'ruleSaved',
  'rule-removed': 'ruleRemoved',
  published: 'publishedNow',
  unpublished: 'unpublishedNow',
} as const;

export interface PlannerViewProps extends PlannerPageProps {
  readonly planner: Planner;
  readonly rules: readonly { id: number; rule: OpeningRule }[];
  readonly week: WeekPreview;
  readonly done: keyof typeof doneWords | undefined;
}

export function PlannerView(props: PlannerViewProps) {
  const { context, at, planner, week, done } = props;
  const { language } = context;
  const t = plannerTexts.for(language);
  const { code } = at.office;
  const publish = (
    <ButtonLink href={plannerPaths.publish(code, planner.id)} icon="upload">
      {t('publish')}
    </ButtonLink>
  );
  const unseen = planner.ruleCount > 0 && (!planner.published || planner.edited);
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={planner.name}
      breadcrumb={[{ label: t('title'), href: plannerPaths.list(code) }, { label: planner.name }]}
    >
      {done && <Alert language={language} tone="success" live title={t(doneWords[done])} />}
      <PageHeading title={planner.name} aside={<PlannerState planner={planner} language={language} />} />
      {unseen && (
        <Alert language={language} tone="warning" title={planner.published ? t('edited') : t('draft')}>
          <p>{planner.published ? t('publishWhy') : t('neverPublished')}</p>
          {publish}
        </Alert>
      )}
      <h2>{t('rules')}</h2>
      <Rules {...props} />
      <h2>{t('week')}</h2>
      <WeekTable language={language} week={week} address={plannerPaths.planner(code, planner.id)} />
      <h2>{t('settings')}</h2>
      <Settings {...props} />
      {planner.published && (
        <Actions>
          <ButtonLink href={plannerPaths.unpublish(code, planner.id)} kind="danger">
            {t('unpublish')}
          </ButtonLink>
        </Actions>
      )}
    </OfficeLayout>
  );
}

function Rules({ context, at, planner, rules }: PlannerViewProps) {
  const { language, csrf } = context;
  const t = plannerTexts.for(language);
  const { code } = at.office;
  const add = (
    <ButtonLink href={plannerPaths.newRule(code, planner.id)} kind="secondary" icon="plus">
      {t('addRule')}
    </ButtonLink>
  );
  if (rules.length === 0) {
    return (
      <EmptyState icon="clock" title={t('noRules')} level={3}>
        <p>{t('noRulesWhy')}</p>
        {add}
      </EmptyState>
    );
  }
  const columns = [t('days'), t('hours'), t('minutes'), t('desks'), t('validity')].map((label) => ({ label }));
  return (
    <>
      <Table
        caption={t('rules')}
        columns={[...columns, { label: t('actions'), quiet: true }]}
        rows={rules.map(({ id, rule }) => {
          const spoken = `${ruleDays(rule, language)} ${rule.starts}`;
          return {
            key: String(id),
            cells: [
              ruleDays(rule, language),
              ruleHours(rule, language),
              t('minutesValue', { minutes: rule.minutes }),
              rule.desks,
              ruleValidity(rule, language),
              <div class="d-flex flex-wrap gap-2">
                <ButtonLink
                  href={plannerPaths.rule(code, planner.id, id)}
                  kind="secondary"
                  small
                  label={`${t('edit')}: ${spoken}`}
                >
                  {t('edit')}
                </ButtonLink>
                <ActionForm
                  action={`${plannerPaths.rule(code, planner.id, id)}/remove`}
                  csrf={csrf}
                  language={language}
                >
                  <Button kind="danger" small label={`${t('remove')}: ${spoken}`}>
                    {t('remove')}
                  </Button>
                </ActionForm>
              </div>,
            ],
          };
        })}
      />
      <Actions>{add}</Actions>
    </>
  );
}

function Settings({ context, at, planner }: PlannerViewProps) {
  const { language } = context;
  const t = plannerTexts.for(language);
  const change = plannerPaths.settings(at.office.code, planner.id);
  const city = localText(at.office.city, language);
  const rows = [
    {
      key: t('services'),
      value: planner.services.map(({ name }) => localText(name, language)).join(', ') || t('noServices'),
    },
    { key: t('horizon'), value: t('horizonValue', { days: planner.horizonDays }) },
    { key: t('release'), value: t('releaseIn', { time: planner.releaseTime, city }) },
    {
      key: t('notice'),
      value: planner.noticeMinutes === 0 ? t('noNotice') : t('noticeValue', { hours: planner.noticeMinutes / 60 }),
    },
  ];
  return <SummaryList language={language} rows={rows.map((row) => ({ ...row, change }))} />;
}
