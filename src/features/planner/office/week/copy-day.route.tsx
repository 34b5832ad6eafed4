import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, openPlanner } from '../../at-office.ts';
import { copyDay } from '../../editing/copy-day.ts';
import { editedRules, type Planner } from '../../planner.query.ts';
import type { OpeningRule } from '../../rules.ts';
import { conflictWords } from '../closures/conflict-words.ts';
import { copyDayTexts } from './copy-day.text.ts';
import { CopyDayView } from './copy-day.view.tsx';
import { choices } from '../form-fields.ts';
import { faultWords } from '../fault-words.ts';
import { plannerPaths } from '../paths.ts';
import { weekAsked, weekBack, weekName } from './week-asked.ts';

const ownWords = ['from.required-choice', 'to.required-choice', 'from.no-openings', 'to.same'] as const;

const schema = z.object({
  from: z
    .string('required-choice')
    .regex(/^[1-7]$/, 'required-choice')
    .transform(Number),
  to: choices
    .refine((days) => days.every((day) => /^[1-7]$/.test(day)), 'invalid')
    .refine((days) => days.length > 0, 'required-choice')
    .transform((days) => days.map(Number)),
});

/** The hours of one day of a week, copied to other days. */
export function addCopyDayPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/:planner/copy-day', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const monday = mondayOfCopy(queryText(request.query, 'week'), at, await rulesOf(planner));
    return show(reply, at, planner, monday, freshForm(request.language));
  });

  app.post('/office/:office/planners/:planner/copy-day', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { language } = request;
    const monday = mondayOfCopy(weekBack(request.body), at, await rulesOf(planner));
    const words = faultWords(copyDayTexts, language, ownWords);
    const form = readForm(request, schema, words);
    const refuse = (field: string, reason: string, message?: string) => {
      const errors = [fieldError(field, reason, language, message ?? words(`${field}.${reason}`))];
      return show(reply.code(422), at, planner, monday, { language, values: form.values, errors });
    };
    if (!form.ok) {
      const { values, errors } = form;
      return show(reply.code(form.status), at, planner, monday, { language, values, errors });
    }
    const { from: weekday, to } = form.value;
    if (to.every((day) => day === weekday)) return refuse('to', 'same');
    const from = monday.add({ days: weekday - 1 });
    const outcome = await transact(deps.db, (tx) => copyDay(tx, { ...at.editing, plannerId: planner.id, from, to }));
    if (outcome.ok)
      return goTo(
        reply,
        `${plannerPaths.planner(at.office.code, planner.id)}?done=day-copied&week=${weekName(monday)}`,
      );
    switch (outcome.reason) {
      case 'unknown-planner':
        throw notFound();
      case 'no-openings':
        return refuse('from', outcome.reason);
      case 'other-minutes':
      case 'other-starts':
        return refuse('to', outcome.reason, conflictWords(outcome.reason, outcome.other, language));
    }
  });

  async function rulesOf(planner: Planner): Promise<OpeningRule[]> {
    return (await editedRules(deps.db, planner.id)).map(({ rule }) => rule);
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    monday: Temporal.PlainDate,
    form: FormState,
  ): Promise<FastifyReply> {
    const rules = await editedRules(deps.db, planner.id);
    return page(
      reply,
      <CopyDayView context={reply.pageContext()} at={at} planner={planner} rules={rules} monday={monday} form={form} />,
    );
  }
}

/** A copy happens in a week with dates, so that the hours of one season do not reach another. */
function mondayOfCopy(week: string, at: AtOffice, rules: readonly OpeningRule[]): Temporal.PlainDate {
  return weekAsked(week === 'regular' ? '' : week, at.today, rules) ?? at.today;
}
