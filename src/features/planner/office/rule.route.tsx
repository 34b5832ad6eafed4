import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/form.tsx';
import { editedRules, type Planner } from '../planner.query.ts';
import type { OpeningRule } from '../rules.ts';
import { saveRule } from '../save-rule.ts';
import { messagesOf } from './messages.ts';
import { type AtOffice, numberInPath, openPlanner } from '../at-office.ts';
import { plannerPaths } from './paths.ts';
import { ruleDays, ruleHours } from './rule-words.ts';
import { ruleSchema, ruleValues } from './rule.form.ts';
import { ruleTexts } from './rule.text.ts';
import { RuleView } from './rule.view.tsx';

const ownWords = [
  'weekdays.required-choice',
  'validTo.before-start',
  'before-start',
  'no-slot',
  'outside',
  'overlap',
  'minutes.out-of-range',
  'desks.out-of-range',
] as const;

/** Adding and changing an opening rule. */
export function addRulePages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/:planner/rules/new', async (request, reply) => {
    const { at, planner } = await openPlanner(request, deps);
    return show(reply, at, planner, true, freshForm(request.language, ruleValues(undefined, at.today)));
  });

  app.post('/office/:office/planners/:planner/rules/new', async (request, reply) => {
    const { at, planner } = await openPlanner(request, deps);
    return save(request, reply, at, planner, null);
  });

  app.get('/office/:office/planners/:planner/rules/:rule', async (request, reply) => {
    const { at, planner } = await openPlanner(request, deps);
    const { rule } = await known(request, planner);
    return show(reply, at, planner, false, freshForm(request.language, ruleValues(rule, at.today)));
  });

  app.post('/office/:office/planners/:planner/rules/:rule', async (request, reply) => {
    const { at, planner } = await openPlanner(request, deps);
    const { id } = await known(request, planner);
    return save(request, reply, at, planner, id);
  });

  async function known(request: FastifyRequest, planner: Planner): Promise<{ id: number; rule: OpeningRule }> {
    const id = numberInPath(request, 'rule');
    const found = (await editedRules(deps.db, planner.id)).find((rule) => rule.id === id);
    if (found === undefined) throw notFound();
    return found;
  }

  async function save(
    request: FastifyRequest,
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    ruleId: number | null,
  ): Promise<FastifyReply> {
    const { language } = request;
    const form = readForm(request, ruleSchema, messagesOf(ruleTexts, language, ownWords));
    const isNew = ruleId === null;
    if (!form.ok)
      return show(reply.code(form.status), at, planner, isNew, {
        language,
        values: form.values,
        errors: form.errors,
      });
    const outcome = await transact(deps.db, (tx) =>
      saveRule(tx, { ...at.editing, plannerId: planner.id, ruleId, rule: form.value }),
    );
    if (outcome.ok) return goTo(reply, `${plannerPaths.planner(at.office.code, planner.id)}?done=rule`);
    if (outcome.reason === 'unknown-rule') throw notFound();
    const field = outcome.reason === 'other-minutes' ? 'minutes' : 'starts';
    const errors = [
      fieldError(field, outcome.reason, language, conflictWords(outcome.reason, outcome.other, language)),
    ];
    return show(reply.code(422), at, planner, isNew, { language, values: form.values, errors });
  }
}

function show(reply: FastifyReply, at: AtOffice, planner: Planner, isNew: boolean, form: FormState): FastifyReply {
  return page(reply, <RuleView context={reply.pageContext()} at={at} planner={planner} isNew={isNew} form={form} />);
}

function conflictWords(reason: 'other-minutes' | 'other-starts', other: OpeningRule, language: Language): string {
  const t = ruleTexts.for(language);
  const values = { minutes: other.minutes, days: ruleDays(other, language), hours: ruleHours(other, language) };
  return reason === 'other-minutes' ? t('otherMinutes', values) : t('otherStarts', values);
}
