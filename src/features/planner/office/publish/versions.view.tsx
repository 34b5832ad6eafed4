import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { Badge } from '#ui/badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Planner } from '../../planner.query.ts';
import { countDifferences, ruleDifferences } from '../../editing/rule-differences.rules.ts';
import type { OpeningRule } from '../../rules.ts';
import type { Version } from '../../editing/versions.query.ts';
import { Differences, ruleWords } from './differences.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { quotasWords } from '../quotas/quota-words.ts';
import { plannerPaths } from '../paths.ts';
import { plannerTexts } from '../planner.text.ts';
import { ruleValidity } from '../week/rule-words.ts';
import { versionsTexts } from './versions.text.ts';

interface VersionsProps extends PlannerPageProps {
  readonly planner: Planner;
  /** the newest first, each with the one before it when there is one */
  readonly versions: readonly { readonly version: Version; readonly before: Version | undefined }[];
  readonly newest: number;
  /** the rules being edited */
  readonly draft: readonly OpeningRule[];
  /** number from which the older ones begin, when there are more */
  readonly olderThan: number | undefined;
}

/** Every publication of a planner: who, when, what changed, and a way back to its hours. */
export function VersionsView(props: VersionsProps) {
  const { context, at, planner, versions, olderThan } = props;
  const t = versionsTexts.for(context.language);
  const { code } = at.office;
  const back = plannerPaths.planner(code, planner.id);
  const list = { label: plannerTexts.for(context.language)('title'), href: plannerPaths.list(code) };
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={t('title')}
      width="text"
      breadcrumb={[list, { label: planner.name, href: back }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} kicker={planner.name} lead={t('lead')} />
      {versions.length === 0 && (
        <EmptyState icon="list" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      )}
      {versions.map(({ version, before }) => (
        <VersionCard key={version.number} {...props} version={version} before={before} />
      ))}
      <Actions>
        {olderThan !== undefined && (
          <ButtonLink href={`${plannerPaths.versions(code, planner.id)}?before=${olderThan}`} kind="secondary">
            {t('older')}
          </ButtonLink>
        )}
        <ButtonLink href={back} kind="secondary">
          {t('back')}
        </ButtonLink>
      </Actions>
    </OfficeLayout>
  );
}

function VersionCard(props: VersionsProps & { version: Version; before: Version | undefined }) {
  const { context, at, planner, version, before, newest, draft } = props;
  const { language, csrf } = context;
  const t = versionsTexts.for(language);
  const { code, timeZone } = at.office;
  const day = longDate(dayIn(version.publishedAt, timeZone), language);
  const time = clockTime(version.publishedAt, timeZone);
  const { quotas = [] } = version.settings;
  const isDraft = countDifferences(ruleDifferences(version.rules, draft)) === 0;
  return (
    <Card
      title={
        <>
          {t('version', { number: version.number })}{' '}
          {planner.published && version.number === newest && <Badge tone="success">{t('current')}</Badge>}
        </>
      }
    >
      <p class="mb-1">{version.by === null ? t('when', { day, time }) : t('by', { day, time, name: version.by })}</p>
      <p class="t-muted">
        {t('seats', { seats: version.seats })}
        {version.slotsMade !== null && `, ${t('made', { slots: version.slotsMade })}`}
      </p>
      <Changes {...props} version={version} before={before} />
      <details class="mb-3">
        <summary>{t('rules')}</summary>
        <ul>
          {version.rules.map((rule) => (
            <li key={JSON.stringify(rule)}>
              {ruleWords(rule, language)}, {ruleValidity(rule, language)}
            </li>
          ))}
        </ul>
      </details>
      <p>{t('quotas', { quotas: quotasWords(quotas, language) })}</p>
      {JSON.stringify(quotas) !== JSON.stringify(planner.quotas) && (
        <ActionForm
          action={plannerPaths.restore(code, planner.id, version.number)}
          csrf={csrf}
          language={language}
          hidden={{ what: 'quotas' }}
        >
          <Button kind="secondary" icon="restore" label={`${t('restoreQuotas')}: ${version.number}`}>
            {t('restoreQuotas')}
          </Button>
        </ActionForm>
      )}
      {isDraft ? (
        <p class="t-muted mb-0">{t('isDraft')}</p>
      ) : (
        <ActionForm action={plannerPaths.restore(code, planner.id, version.number)} csrf={csrf} language={language}>
          <Button kind="secondary" icon="restore" label={`${t('restore')}: ${version.number}`}>
            {t('restore')}
          </Button>
        </ActionForm>
      )}
    </Card>
  );
}

function Changes({ context, version, before }: VersionsProps & { version: Version; before: Version | undefined }) {
  const t = versionsTexts.for(context.language);
  if (before === undefined) return version.number === 1 ? <p>{t('first')}</p> : null;
  const differences = ruleDifferences(before.rules, version.rules);
  const [was = [], is = []] = [before.settings.quotas, version.settings.quotas];
  const quotas =
    JSON.stringify(was) === JSON.stringify(is) ? null : (
      <p>{t('quotasChanged', { was: quotasWords(was, context.language), is: quotasWords(is, context.language) })}</p>
    );
  if (countDifferences(differences) === 0)
    return (
      <>
        <p>{t('same', { number: before.number })}</p>
        {quotas}
      </>
    );
  return (
    <>
      <h3 class="h4">{t('changes', { number: before.number })}</h3>
      <Differences language={context.language} differences={differences} most={20} />
      {quotas}
    </>
  );
}
