import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { fieldError, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { numberInPath } from '#platform/http/path.ts';
import { type AtOffice, openPlanner } from '../../at-office.ts';
import type { DraftRule } from '../../editing/draft.query.ts';
import { fingerprint } from '../../editing/fingerprint.ts';
import { editedRules, type Planner } from '../../planner.query.ts';
import { saveRule } from '../../editing/save-rule.ts';
import { conflictWords } from '../closures/conflict-words.ts';
import { ruleWords } from '../publish/differences.view.tsx';
import { faultWords } from '../fault-words.ts';
import { plannerPaths } from '../paths.ts';
import { newRuleValues, ruleSchema, ruleValues } from './rule.form.ts';
import { ruleTexts } from './rule.text.ts';
import { RuleView } from './rule.view.tsx';
import { weekBack } from './week-asked.ts';

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

interface Shown {
  readonly at: AtOffice;
  readonly planner: Planner;
  readonly isNew: boolean;
  readonly form: FormState;
  readonly week: string;
  readonly seen?: string;
  readonly meanwhile?: { title: string; why: string };
}

/** Adding, copying and changing an opening rule. */
export function addRulePages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/:planner/rules/new', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const copied = await find(planner, Number(queryText(request.query, 'copy')));
    const values = copied ? ruleValues(copied.rule) : newRuleValues(at.today, queryText(request.query, 'day'));
    const form = freshForm(request.language, values);
    return show(reply, { at, planner, isNew: true, form, week: weekBack(request.query) });
  });

  app.post('/office/:office/planners/:planner/rules/new', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    return save(request, reply, at, planner, null);
  });

  app.get('/office/:office/planners/:planner/rules/:rule', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const known = await find(planner, numberInPath(request, 'rule'));
    if (known === undefined) throw notFound();
    const form = freshForm(request.language, ruleValues(known.rule));
    const seen = fingerprint(known.rule);
    return show(reply, { at, planner, isNew: false, form, seen, week: weekBack(request.query) });
  });

  app.post('/office/:office/planners/:planner/rules/:rule', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    return save(request, reply, at, planner, numberInPath(request, 'rule'));
  });

  async function find(planner: Planner, id: number): Promise<DraftRule | undefined> {
    return (await editedRules(deps.db, planner.id)).find((rule) => rule.id === id);
  }

  async function save(
    request: FastifyRequest,
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    ruleId: number | null,
  ): Promise<FastifyReply> {
    const { language } = request;
    const form = readForm(request, ruleSchema, faultWords(ruleTexts, language, ownWords));
    const seen = formValue(form.values, 'seen');
    const week = weekBack(request.body);
    const again = { at, planner, isNew: ruleId === null, seen, week };
    if (!form.ok) {
      // "More choices" in the grid's dialog: the whole form, with what is known, before anything is judged.
      const isAsking = formValue(form.values, 'more') === 'yes';
      const errors = isAsking ? [] : form.errors;
      return show(reply.code(isAsking ? 200 : form.status), {
        ...again,
        form: { language, values: form.values, errors },
      });
    }
    const typed = { language, values: form.values, errors: [] };
    if (formValue(form.values, 'more') === 'yes') return show(reply, { ...again, form: typed });
    const edit = { ...at.editing, plannerId: planner.id, ruleId, rule: form.value };
    const outcome = await transact(deps.db, (tx) =>
      saveRule(tx, seen === '' || ruleId === null ? edit : { ...edit, seen }),
    );
    if (outcome.ok) {
      const back = week === '' ? '' : `&week=${week}`;
      return goTo(reply, `${plannerPaths.planner(at.office.code, planner.id)}?done=rule${back}`);
    }
    const t = ruleTexts.for(language);
    switch (outcome.reason) {
      case 'unknown-planner':
        throw notFound();
      case 'unknown-rule': {
        // A number that never was a rule of this planner is told from one that was removed by the form's own words.
        if (seen === '') throw notFound();
        const meanwhile = { title: t('goneTitle'), why: t('goneWhy') };
        return show(reply.code(409), { ...again, isNew: true, seen: '', form: typed, meanwhile });
      }
      case 'changed-meanwhile': {
        const why = t('changedWhy', { rule: ruleWords(outcome.now, language) });
        const meanwhile = { title: t('changedTitle'), why };
        return show(reply.code(409), { ...again, seen: fingerprint(outcome.now), form: typed, meanwhile });
      }
      case 'other-minutes':
      case 'other-starts': {
        const field = outcome.reason === 'other-minutes' ? 'minutes' : 'starts';
        const words = conflictWords(outcome.reason, outcome.other, language);
        const errors = [fieldError(field, outcome.reason, language, words)];
        return show(reply.code(422), { ...again, form: { ...typed, errors } });
      }
    }
  }
}

function show(reply: FastifyReply, { seen = '', meanwhile, ...shown }: Shown): FastifyReply {
  return page(reply, <RuleView context={reply.pageContext()} seen={seen} meanwhile={meanwhile} {...shown} />);
}
