import { Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Table } from '#ui/table.tsx';
import type { DraftRule } from '../../editing/draft.query.ts';
import { fingerprint } from '../../editing/fingerprint.ts';
import type { Planner } from '../../planner.query.ts';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerPaths } from '../paths.ts';
import { plannerTexts } from '../planner.text.ts';
import { ruleDays, ruleHours, ruleValidity } from './rule-words.ts';

interface RulesProps extends PlannerPageProps {
  readonly planner: Planner;
  readonly rules: readonly DraftRule[];
  readonly week: string;
}

/** All opening hours of a planner, of every season, with what can be done to each. */
export function RulesTable(props: RulesProps) {
  const { language } = props.context;
  const t = plannerTexts.for(language);
  const columns = [t('days'), t('hours'), t('minutes'), t('desks'), t('validity')].map((label) => ({ label }));
  return (
    <Table
      caption={t('rules')}
      dense
      columns={[...columns, { label: t('actions'), quiet: true }]}
      rows={props.rules.map((known) => ({
        key: String(known.id),
        cells: [
          ruleDays(known.rule, language),
          ruleHours(known.rule, language),
          t('minutesValue', { minutes: known.rule.minutes }),
          known.rule.desks,
          ruleValidity(known.rule, language),
          <RuleActions {...props} known={known} />,
        ],
      }))}
    />
  );
}

function RuleActions({ context, at, planner, week, known }: RulesProps & { known: DraftRule }) {
  const { language, csrf } = context;
  const t = plannerTexts.for(language);
  const { code } = at.office;
  const spoken = `${ruleDays(known.rule, language)} ${known.rule.starts}`;
  return (
    <div class="d-flex flex-wrap gap-2">
      <ButtonLink
        href={plannerPaths.rule(code, planner.id, known.id)}
        kind="secondary"
        small
        label={`${t('edit')}: ${spoken}`}
      >
        {t('edit')}
      </ButtonLink>
      <ButtonLink
        href={`${plannerPaths.newRule(code, planner.id)}?copy=${known.id}`}
        kind="secondary"
        small
        label={`${t('copy')}: ${spoken}`}
      >
        {t('copy')}
      </ButtonLink>
      <ActionForm
        action={plannerPaths.removeRule(code, planner.id, known.id)}
        csrf={csrf}
        language={language}
        hidden={{ scope: 'all', seen: fingerprint(known.rule), week }}
      >
        <Button kind="danger" small label={`${t('remove')}: ${spoken}`}>
          {t('remove')}
        </Button>
      </ActionForm>
    </div>
  );
}
