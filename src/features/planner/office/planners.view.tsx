import { type Language, localText } from '#platform/language.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import type { Planner } from '../planner.query.ts';
import type { PlannerPageProps } from './planner-page.ts';
import { plannerPaths } from './paths.ts';
import { plannerTexts } from './planner.text.ts';

/** Whether citizens see a planner, and whether they see what is written here. */
export function PlannerState(props: { planner: Planner; language: Language }) {
  const t = plannerTexts.for(props.language);
  const { published, edited, openDay } = props.planner;
  return (
    <>
      {published ? <Badge tone="success">{t('published')}</Badge> : <Badge tone="neutral">{t('draft')}</Badge>}{' '}
      {openDay && <Badge tone="info">{t('isOpenDay')}</Badge>}{' '}
      {published && edited && <Badge tone="warning">{t('edited')}</Badge>}
    </>
  );
}

export function PlannersView(props: PlannerPageProps & { planners: readonly Planner[] }) {
  const { context, at, planners } = props;
  const { language } = context;
  const t = plannerTexts.for(language);
  const { code } = at.office;
  const create = (
    <ButtonLink href={plannerPaths.create(code)} icon="plus">
      {t('create')}
    </ButtonLink>
  );
  return (
    <OfficeLayout context={context} at={at} title={t('title')}>
      <PageHeading
        title={t('title')}
        lead={t('lead')}
        aside={
          planners.length > 0 && (
            <>
              {create}{' '}
              <ButtonLink href={plannerPaths.openDay(code)} kind="secondary" icon="calendar">
                {t('openDay')}
              </ButtonLink>
            </>
          )
        }
      />
      {planners.length === 0 ? (
        <EmptyState icon="calendar" title={t('none')}>
          <p>{t('noneWhy')}</p>
          {create}
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          columns={[
            { label: t('name') },
            { label: t('state') },
            { label: t('services') },
            { label: t('rules') },
            { label: t('releases') },
          ]}
          rows={planners.map((planner) => ({
            key: String(planner.id),
            cells: [
              <a href={plannerPaths.planner(code, planner.id)}>{planner.name}</a>,
              <PlannerState planner={planner} language={language} />,
              planner.services.map(({ name }) => localText(name, language)).join(', ') || t('noServices'),
              t('ruleCount', { count: planner.ruleCount }),
              <ButtonLink
                href={plannerPaths.releases(code, planner.id)}
                kind="plain"
                small
                label={t('releasesOf', { planner: planner.name })}
              >
                {t('seeReleases')}
              </ButtonLink>,
            ],
          }))}
        />
      )}
    </OfficeLayout>
  );
}
