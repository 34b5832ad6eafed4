import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm, readPost } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { numberInPath } from '#platform/http/path.ts';
import { type AtOffice, openPlanner } from '../../at-office.ts';
import type { Planner } from '../../planner.query.ts';
import { moveOpening, type OpeningOfDay, removeOpening, type ReshapeOutcome } from '../../editing/reshape-rule.ts';
import { undoEdit } from '../../editing/undo-edit.ts';
import { conflictWords } from '../closures/conflict-words.ts';
import { typedTime } from '../form-fields.ts';
import { type Done, refusalNews } from '../planner-news.ts';
import { plannerPaths } from '../paths.ts';
import { showPlanner } from '../show-planner.tsx';
import { weekBack } from './week-asked.ts';

const weekday = z
  .string()
  .regex(/^[1-7]$/)
  .transform(Number);
const scope = z.enum(['all', 'day']).default('all');
const seen = z.string().max(64).optional();
const removal = z.object({ scope, seen, weekday: weekday.optional() });
const move = z.object({ scope, seen, weekday, toWeekday: weekday, starts: typedTime, ends: typedTime });
const step = z.object({
  step: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

/** What is done to the hours of a week with one movement: moved, taken out, taken back. */
export function addEditWeekPages(app: FastifyInstance, deps: Deps): void {
  app.post('/office/:office/planners/:planner/rules/:rule/remove', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const ruleId = numberInPath(request, 'rule');
    const { weekday: day, ...typed } = sent(request, removal);
    const opening = { ...typed, ruleId, weekday: day ?? 0, scope: day === undefined ? 'all' : typed.scope } as const;
    const outcome = await transact(deps.db, (tx) =>
      removeOpening(tx, { ...at.editing, plannerId: planner.id, opening }),
    );
    return answer(request, reply, at, planner, outcome, 'rule-removed');
  });

  app.post('/office/:office/planners/:planner/rules/:rule/move', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const { toWeekday, starts, ends, ...typed } = sent(request, move);
    const opening: OpeningOfDay = { ...typed, ruleId: numberInPath(request, 'rule') };
    const to = { weekday: toWeekday, starts, ends };
    const outcome = await transact(deps.db, (tx) =>
      moveOpening(tx, { ...at.editing, plannerId: planner.id, opening, to }),
    );
    return answer(request, reply, at, planner, outcome, 'rule-moved');
  });

  for (const direction of ['undo', 'redo'] as const) {
    app.post(`/office/:office/planners/:planner/${direction}`, async (request, reply) => {
      const { at, planner } = await openPlanner(deps, request);
      const { step: number } = sent(request, step);
      const outcome = await transact(deps.db, (tx) =>
        undoEdit(tx, { ...at.editing, plannerId: planner.id, step: number, direction }),
      );
      if (outcome.ok) return goTo(reply, back(request, at, planner, direction));
      const news = refusalNews(outcome.reason, request.language);
      return showPlanner(reply.code(409), deps, { at, planner, week: weekOf(request), news });
    });
  }

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    at: AtOffice,
    planner: Planner,
    outcome: ReshapeOutcome,
    done: Done,
  ): Promise<FastifyReply> {
    if (outcome.ok) return goTo(reply, back(request, at, planner, done));
    const shown = { at, planner, week: weekOf(request) };
    const { language } = request;
    switch (outcome.reason) {
      case 'unknown-planner':
        throw notFound();
      case 'other-minutes':
      case 'other-starts': {
        const words = conflictWords(outcome.reason, outcome.other, language);
        return showPlanner(reply.code(422), deps, { ...shown, news: { tone: 'warning', words } });
      }
      case 'no-hours':
        return showPlanner(reply.code(422), deps, { ...shown, news: refusalNews('no-hours', language) });
      case 'changed-meanwhile':
      case 'unknown-rule':
        return showPlanner(reply.code(409), deps, { ...shown, news: refusalNews(outcome.reason, language) });
    }
  }
}

/** What a button or a script of ours sends; 404 for anything else. */
function sent<Schema extends z.ZodType>(request: FastifyRequest, schema: Schema): z.output<Schema> {
  readPost(request);
  const form = readForm(request, schema);
  if (!form.ok) throw notFound();
  return form.value;
}

function weekOf(request: FastifyRequest): string {
  return weekBack(request.body);
}

function back(request: FastifyRequest, at: AtOffice, planner: Planner, done: Done): string {
  const week = weekOf(request);
  const where = week === '' ? '' : `&week=${week}`;
  return `${plannerPaths.planner(at.office.code, planner.id)}?done=${done}${where}`;
}
