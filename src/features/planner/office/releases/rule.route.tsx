import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openPlanner } from '../../at-office.ts';
import { findDraft } from '../../editing/draft.query.ts';
import { fingerprint } from '../../editing/fingerprint.ts';
import { savePlanner } from '../../editing/save-planner.ts';
import type { PlannerSettings } from '../../editing/settings.rules.ts';
import { findPlan } from '../../plan.query.ts';
import type { Planner } from '../../planner.query.ts';
import type { AskedRule } from '../../releases/rule-body.ts';
import { ruleEffect } from '../../releases/rule-effect.query.ts';
import { ruleOf } from '../../slots/horizon.rules.ts';
import { faultWords } from '../fault-words.ts';
import { plannerPaths } from '../paths.ts';
import { type RuleKind, ruleKinds, ruleSchema, ruleValues } from './rule.form.ts';
import { RulePreviewView } from './rule-preview.view.tsx';
import { releaseRuleTexts } from './rule.text.ts';
import { ReleaseRuleView } from './rule.view.tsx';

const ownWords = ['times.1.no-moment', 'until.before-start', 'returnedMax.below-min'] as const;

/** Changing when a planner's days open: the form, then what it would do, then done. */
export function addReleaseRulePages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/:planner/releases/rule', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const kind = kindOf(queryText(request.query, 'kind')) ?? ruleOf({ ...planner, zone: 'UTC' }).kind;
    return show(reply, at, planner, kind, freshForm(request.language, ruleValues(planner, kind)));
  });

  app.post('/office/:office/planners/:planner/releases/rule', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { language } = request;
    const form = readForm(request, ruleSchema, faultWords(releaseRuleTexts, language, ownWords));
    const kind = kindOf(formValue(form.values, 'kind')) ?? 'rolling';
    if (!form.ok)
      return show(reply.code(form.status), at, planner, kind, { language, values: form.values, errors: form.errors });
    const step = formValue(form.values, 'step');
    if (step === 'edit') return show(reply, at, planner, kind, { language, values: form.values, errors: [] });
    const { asked, horizonDays, returned } = form.value;
    const settings = { ...settingsWith(planner, asked), horizonDays, returned };
    if (step !== 'save') return preview(reply, at, planner, settings, form.values);
    const close = formValue(form.values, 'close') === 'yes';
    const seen = formValue(form.values, 'seen');
    const outcome = await transact(deps.db, (tx) =>
      savePlanner(tx, { ...at.editing, plannerId: planner.id, settings, seen, close }),
    );
    if (outcome.ok) return goTo(reply, `${plannerPaths.releases(at.office.code, planner.id)}?done=rule`);
    if (outcome.reason === 'changed-meanwhile')
      return preview(reply.code(409), at, await plannerNow(request), settings, form.values, true);
    throw notFound();
  });

  async function plannerNow(request: FastifyRequest): Promise<Planner> {
    return (await openPlanner(deps, request)).planner;
  }

  async function preview(
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    settings: PlannerSettings,
    values: FormValues,
    changedMeanwhile = false,
  ): Promise<FastifyReply> {
    const [plan, draft] = await Promise.all([findPlan(deps.db, planner.id), findDraft(deps.db, planner.id)]);
    if (plan === undefined || draft === undefined) throw notFound();
    const { horizonDays, releaseTime, releaseRule = null } = settings;
    const effect = await ruleEffect(deps.db, { plan: { ...plan, horizonDays, releaseTime, releaseRule }, now: at.now });
    return page(
      reply,
      <RulePreviewView
        context={reply.pageContext()}
        at={at}
        planner={planner}
        settings={settings}
        effect={effect}
        values={values}
        seen={fingerprint(draft.settings)}
        changedMeanwhile={changedMeanwhile}
      />,
    );
  }

  function show(
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    kind: RuleKind,
    form: FormState,
  ): Promise<FastifyReply> | FastifyReply {
    return page(
      reply,
      <ReleaseRuleView context={reply.pageContext()} at={at} planner={planner} kind={kind} form={form} />,
    );
  }
}

function kindOf(text: string): RuleKind | undefined {
  return ruleKinds.find((kind) => kind === text);
}

/** The planner's settings with another rule. One more day every day by the office's clock needs none of its own. */
function settingsWith(planner: Planner, asked: AskedRule): PlannerSettings {
  const { name, noticeMinutes, releaseTime, services, horizonDays } = planner;
  const common = { name, noticeMinutes, horizonDays, offeringIds: services.map(({ offeringId }) => offeringId) };
  const isUsual =
    asked.kind === 'rolling' && asked.clock === 'office' && asked.weekdays.length === 7 && asked.spreadMinutes === 0;
  if (isUsual) return { ...common, releaseTime: asked.time, releaseRule: null };
  return { ...common, releaseTime, releaseRule: asked };
}
