import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { UndoSteps } from '../editing/edits.query.ts';
import type { Outlook } from '../slots/outlook.query.ts';
import type { Planner } from '../planner.query.ts';
import { countDifferences, type RuleDifferences } from '../editing/rule-differences.rules.ts';
import { Differences } from './publish/differences.view.tsx';
import type { PlannerPageProps } from './planner-page.ts';
import { plannerPaths } from './paths.ts';
import { plannerPanelTexts } from './planner-panel.text.ts';
import { stepsTexts } from './publish/steps.text.ts';

export interface PlannerPanelProps extends PlannerPageProps {
  readonly planner: Planner;
  /** of the week in the address, for the way back to it */
  readonly week: string;
  readonly outlook: Outlook;
  /** from what citizens see to the draft */
  readonly differences: RuleDifferences;
  readonly steps: UndoSteps;
  /** seats of the week shown; published: null when the planner is not */
  readonly seats: { readonly draft: number; readonly published: number | null };
}

/** What the draft means before it is published, and the buttons that publish it or take a step back. */
export function PlannerPanel(props: PlannerPanelProps) {
  const { context, at, planner, differences } = props;
  const { language } = context;
  const t = plannerPanelTexts.for(language);
  const { code } = at.office;
  return (
    <aside class="t-panel" aria-labelledby="panel">
      <h2 id="panel">{t('title')}</h2>
      <Figures {...props} />
      {planner.published && countDifferences(differences) > 0 && (
        <>
          <h3>{t('unpublished')}</h3>
          <Differences language={language} differences={differences} most={5} />
        </>
      )}
      {!planner.published && <p class="mt-3 mb-0">{t('neverPublished')}</p>}
      {planner.published && !planner.edited && <p class="mt-3 mb-0">{t('same')}</p>}
      <div class="t-panel-buttons">
        {planner.ruleCount === 0 ? (
          <p class="t-muted mb-0">{t('noRules')}</p>
        ) : (
          (planner.edited || !planner.published) && (
            <ButtonLink href={plannerPaths.publish(code, planner.id)} icon="upload">
              {t('publish')}
            </ButtonLink>
          )
        )}
        {planner.ruleCount > 0 && (
          <ButtonLink href={`${plannerPaths.publish(code, planner.id)}#calendar`} kind="secondary" icon="calendar">
            {t('preview')}
          </ButtonLink>
        )}
        <Steps {...props} />
        <ButtonLink href={plannerPaths.releases(code, planner.id)} kind="plain" icon="clock">
          {t('releases')}
        </ButtonLink>
        <ButtonLink href={plannerPaths.versions(code, planner.id)} kind="plain" icon="list">
          {t('versions')}
        </ButtonLink>
      </div>
    </aside>
  );
}

function Figures({ context, at, planner, week, outlook, seats }: PlannerPanelProps) {
  const { language } = context;
  const t = plannerPanelTexts.for(language);
  const { timeZone } = at.office;
  const isPending = planner.edited || !planner.published;
  const first =
    outlook.firstFree === null
      ? t('noFirst')
      : `${longDate(dayIn(outlook.firstFree, timeZone), language)}, ${clockTime(outlook.firstFree, timeZone)}`;
  const differ = seats.published !== null && seats.published !== seats.draft;
  return (
    <dl>
      <div>
        <dt>{week === 'regular' ? t('seatsRegular') : t('seats')}</dt>
        <dd>{differ ? t('seatsPublished', { draft: seats.draft, published: seats.published ?? 0 }) : seats.draft}</dd>
      </div>
      <div>
        <dt>{isPending ? t('first') : t('firstAlready')}</dt>
        <dd>{first}</dd>
      </div>
      {isPending && (
        <div>
          <dt>{t('uncovered')}</dt>
          <dd>{outlook.uncovered === 0 ? t('none') : outlook.uncovered}</dd>
        </div>
      )}
    </dl>
  );
}

function Steps({ context, at, planner, week, steps }: PlannerPanelProps) {
  const { language, csrf } = context;
  const t = plannerPanelTexts.for(language);
  const done = stepsTexts.for(language);
  const { code } = at.office;
  return (
    <>
      {(['undo', 'redo'] as const).map((direction) => {
        const step = steps[direction];
        if (step === undefined) return null;
        return (
          <ActionForm
            key={direction}
            action={plannerPaths.step(code, planner.id, direction)}
            csrf={csrf}
            language={language}
            hidden={{ step: String(step.number), week }}
          >
            <Button kind="secondary">
              <span>
                {t(direction)} <small>({done(step.kind)})</small>
              </span>
            </Button>
          </ActionForm>
        );
      })}
    </>
  );
}
