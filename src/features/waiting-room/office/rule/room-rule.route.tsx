import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ComponentChildren } from 'preact';
import { type AtOffice, findPlan, nextByRule, openPlanner, type Planner } from '#features/planner/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, formValue, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import type { Language } from '#platform/language.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { effectOf } from './effect.ts';
import { roomRulePaths } from './paths.ts';
import { findRoomRule, type RoomRule, saveRoomRule } from '../../rule/room-rule.ts';
import { roomRuleSchema, roomRuleValues, usualDraw } from './room-rule.form.ts';
import { RoomRulePreviewView } from './room-rule-preview.view.tsx';
import { roomRuleTexts } from './room-rule.text.ts';
import { RoomRuleView, type RoomRuleViewProps } from './room-rule.view.tsx';

/** What a rule would mean for the next release of a planner, from whoever simulates. */
export type SimulateRule = (request: {
  at: AtOffice;
  planner: Planner;
  rule: RoomRule;
  language: Language;
}) => Promise<ComponentChildren>;

/** `/office/:office/planners/:planner/room-rule`: the form, then what it would do, then done; one step back. */
export function addRoomRulePages(
  app: FastifyInstance,
  deps: Deps,
  { simulate }: { simulate?: SimulateRule } = {},
): void {
  app.get('/office/:office/planners/:planner/room-rule', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { rule } = await findRoomRule(deps.db, planner.id);
    const typed = queryText(request.query, 'done');
    const done = typed === 'saved' || typed === 'undone' ? typed : undefined;
    const wished = wishedRule(rule, queryText(request.query, 'ordering'), queryText(request.query, 'turnMinutes'));
    return show(reply, at, planner, freshForm(request.language, roomRuleValues(wished)), done);
  });

  app.post('/office/:office/planners/:planner/room-rule', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { language } = request;
    const form = readForm(request, roomRuleSchema, wordsOf(language));
    const { values } = form;
    if (!form.ok) return show(reply.code(form.status), at, planner, { language, values, errors: form.errors });
    const step = formValue(values, 'step');
    if (step === 'edit') return show(reply, at, planner, { language, values, errors: [] });
    if (step !== 'save') return preview(reply, at, planner, form.value, values);
    const seen = formValue(values, 'seen');
    const wish = { plannerId: planner.id, ...at.editing, rule: form.value, seen };
    const outcome = await transact(deps.db, (tx) => saveRoomRule(tx, wish));
    if (!outcome.ok) return preview(reply.code(409), at, planner, form.value, values);
    return goTo(reply, `${roomRulePaths.rule(at.office.code, planner.id)}?done=saved`);
  });

  app.post('/office/:office/planners/:planner/room-rule/undo', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    readPost(request);
    const { before } = await findRoomRule(deps.db, planner.id);
    if (before === null) throw notFound();
    await transact(deps.db, (tx) => saveRoomRule(tx, { plannerId: planner.id, ...at.editing, rule: before }));
    return goTo(reply, `${roomRulePaths.rule(at.office.code, planner.id)}?done=undone`);
  });

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    form: FormState,
    done?: RoomRuleViewProps['done'],
  ): Promise<FastifyReply> {
    const { rule, before } = await findRoomRule(deps.db, planner.id);
    const simulation = await simulate?.({ at, planner, rule, language: form.language });
    const props = { at, planner, rule, before, form, done, simulation };
    return page(reply, <RoomRuleView context={reply.pageContext()} {...props} />);
  }

  async function preview(
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    then: RoomRule,
    values: FormValues,
  ): Promise<FastifyReply> {
    const [{ rule: now }, plan] = await Promise.all([findRoomRule(deps.db, planner.id), findPlan(deps.db, planner.id)]);
    if (plan === undefined) throw notFound();
    const context = reply.pageContext();
    const effect = effectOf(then, { next: nextByRule(plan, at.now), now: at.now });
    const simulation = await simulate?.({ at, planner, rule: then, language: context.language });
    const changedMeanwhile = reply.statusCode === 409;
    const props = { at, planner, now, then, effect, values, changedMeanwhile, simulation };
    return page(reply, <RoomRulePreviewView context={context} {...props} />);
  }
}

/** The rule with what a link brings along: another order has times of its own. */
function wishedRule(rule: RoomRule, ordering: string, turnMinutes: string): RoomRule {
  const turn = /^([2-9]|[1-5]\d|60)$/.test(turnMinutes) ? { turnSeconds: Number(turnMinutes) * 60 } : {};
  if (ordering !== 'draw' && ordering !== 'registration-draw') return { ...rule, ...turn };
  const times = rule.ordering === 'first-come' ? usualDraw : {};
  return { ...rule, ...times, ...turn, ordering };
}

const ownWords = [
  'joins.out-of-range',
  'joins.short-window',
  'closes.out-of-range',
  'closes.before-joining',
  'closes.no-time-for-value',
  'room.draw-needs-room',
  'turnMinutes.out-of-range',
  'unmixedReason.required',
  'number',
] as const;

function wordsOf(language: Language): (key: string) => string | undefined {
  const t = roomRuleTexts.for(language);
  return (key) => {
    const known = ownWords.find((one) => one === key);
    return known && t(known);
  };
}
