import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { DraftRule } from '../editing/draft.query.ts';
import type { Planner } from '../planner.query.ts';
import type { WeekGrid } from '../editing/week-grid.rules.ts';
import { audienceTexts } from './audience.text.ts';
import { DrawDialogs } from './week/draw-dialogs.view.tsx';
import { Offered } from './closures/offered.view.tsx';
import type { PlannerNews } from './planner-news.ts';
import { PlannerPanel, type PlannerPanelProps } from './planner-panel.view.tsx';
import { plannerPanelTexts } from './planner-panel.text.ts';
import { plannerPaths } from './paths.ts';
import { plannerTexts } from './planner.text.ts';
import { PlannerState } from './planners.view.tsx';
import { usualHoldMinutes } from '../editing/settings.rules.ts';
import { quotasTexts } from './quotas/quotas.text.ts';
import { quotasWords } from './quotas/quota-words.ts';
import { releaseRuleWords } from './releases/rule-words.ts';
import { Presets } from './week/presets.view.tsx';
import { RulesTable } from './week/rules-table.view.tsx';
import { WeekGridView } from './week/week-grid.view.tsx';

export interface PlannerViewProps extends PlannerPanelProps {
  readonly rules: readonly DraftRule[];
  readonly grid: WeekGrid;
  readonly monday: Temporal.PlainDate | null;
  readonly seatsByDay: readonly number[];
  /** other planners whose hours can be copied into an empty one */
  readonly others: readonly Planner[];
  /** what was just done or refused, told once on top of the page */
  readonly news: PlannerNews | undefined;
  readonly presetForm: FormState | undefined;
}

/** A planner being edited: its week as a grid, what publishing would mean, and all its hours as a table. */
export function PlannerView(props: PlannerViewProps) {
  const { context, at, planner, rules, news } = props;
  const { language, csrf } = context;
  const t = plannerTexts.for(language);
  const { code } = at.office;
  const usual = rules.at(-1)?.rule ?? { minutes: 20, desks: 1 };
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={planner.name}
      width="full"
      breadcrumb={[{ label: t('title'), href: plannerPaths.list(code) }, { label: planner.name }]}
    >
      {news && (
        <Alert language={language} tone={news.tone} live title={news.words}>
          {news.offered !== undefined && <Offered context={context} at={at} count={news.offered} />}
        </Alert>
      )}
      <PageHeading title={planner.name} aside={<PlannerState planner={planner} language={language} />} />
      {rules.length === 0 && <Presets {...props} />}
      <div class="t-planner">
        <WeekGridView
          language={language}
          office={code}
          plannerId={planner.id}
          grid={props.grid}
          monday={props.monday}
          today={at.today}
          seats={props.seatsByDay}
        />
        <PlannerPanel {...props} />
      </div>
      <DrawDialogs
        language={language}
        csrf={csrf}
        office={code}
        plannerId={planner.id}
        week={props.week}
        usual={usual}
      />
      <h2>{t('list')}</h2>
      {rules.length === 0 ? <p>{t('noRulesWhy')}</p> : <RulesTable {...props} />}
      <Tools {...props} />
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

function Tools({ context, at, planner, rules, week }: PlannerViewProps) {
  const t = plannerTexts.for(context.language);
  const own = plannerPanelTexts.for(context.language);
  const { code } = at.office;
  return (
    <Actions>
      <ButtonLink href={plannerPaths.newRule(code, planner.id)} kind="secondary" icon="plus">
        {t('addRule')}
      </ButtonLink>
      {rules.length > 0 && (
        <ButtonLink href={`${plannerPaths.copyDay(code, planner.id)}?week=${week}`} kind="secondary" icon="copy">
          {own('copyDay')}
        </ButtonLink>
      )}
      {rules.length > 0 && (
        <ButtonLink href={plannerPaths.copyPlanner(code, planner.id)} kind="secondary" icon="copy">
          {own('copyPlanner')}
        </ButtonLink>
      )}
    </Actions>
  );
}

function Settings({ context, at, planner }: PlannerViewProps) {
  const { language } = context;
  const t = plannerTexts.for(language);
  const change = plannerPaths.settings(at.office.code, planner.id);
  const city = localText(at.office.city, language);
  const rows = [
    { key: t('name'), value: planner.name },
    {
      key: t('services'),
      value: planner.services.map(({ name }) => localText(name, language)).join(', ') || t('noServices'),
    },
    { key: t('horizon'), value: t('horizonValue', { days: planner.horizonDays }) },
    {
      key: t('notice'),
      value: planner.noticeMinutes === 0 ? t('noNotice') : t('noticeValue', { hours: planner.noticeMinutes / 60 }),
    },
  ];
  const audience = audienceTexts.for(language);
  rows.push({ key: audience('setting'), value: audience(planner.audience.kind) });
  const quotas = quotasTexts.for(language);
  const limits = {
    change: plannerPaths.quotas(at.office.code, planner.id),
    rows: [
      { key: quotas('inWords'), value: quotasWords(planner.quotas, language) },
      { key: quotas('holdRow'), value: quotas('holdValue', { minutes: planner.holdMinutes ?? usualHoldMinutes }) },
    ],
  };
  const releases = {
    key: t('release'),
    value: releaseRuleWords(planner, city, language),
    change: plannerPaths.releases(at.office.code, planner.id),
  };
  return (
    <SummaryList
      language={language}
      rows={[
        ...rows.map((row) => ({ ...row, change })),
        ...limits.rows.map((row) => ({ ...row, change: limits.change })),
        releases,
      ]}
    />
  );
}
