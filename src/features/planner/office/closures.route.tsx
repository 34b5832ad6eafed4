import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/form.tsx';
import { holidaySuggestions, listClosures } from '../closure.query.ts';
import { addClosure, removeClosure } from '../closures.ts';
import { listPlanners } from '../planner.query.ts';
import { closureSchema } from './closure.form.ts';
import { ClosureView } from './closure.view.tsx';
import { closuresTexts } from './closures.text.ts';
import { closuresDone, ClosuresView } from './closures.view.tsx';
import { messagesOf } from './messages.ts';
import { type AtOffice, numberInPath, openOffice } from '../at-office.ts';
import { plannerPaths } from './paths.ts';
import { readPost } from './read-post.ts';

const ownWords = [
  'lastDay.before-start',
  'lastDay.too-far',
  'before-start',
  'firstDay.past',
  'already-closed',
  'unknown-planner',
] as const;

/** The days an office does not receive: what is planned, holidays to add, and the form of a new one. */
export function addClosurePages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/closures', async (request, reply) => {
    const at = await openOffice(request, deps);
    const filter = { officeId: at.office.id, from: at.today };
    const [closures, suggestions] = await Promise.all([
      listClosures(deps.db, filter),
      holidaySuggestions(deps.db, filter),
    ]);
    const done = closuresDone.find((word) => word === queryText(request.query, 'done'));
    return page(
      reply,
      <ClosuresView context={reply.pageContext()} at={at} closures={closures} suggestions={suggestions} done={done} />,
    );
  });

  app.get('/office/:office/closures/new', async (request, reply) => {
    return show(reply, await openOffice(request, deps), freshForm(request.language));
  });

  app.post('/office/:office/closures/new', async (request, reply) => {
    const at = await openOffice(request, deps);
    const { language } = request;
    const words = messagesOf(closuresTexts, language, ownWords);
    const form = readForm(request, closureSchema(at.today), words);
    if (!form.ok) return show(reply.code(form.status), at, { language, values: form.values, errors: form.errors });
    const outcome = await transact(deps.db, (tx) => addClosure(tx, { ...at.editing, closure: form.value }));
    if (outcome.ok) return goTo(reply, `${plannerPaths.closures(at.office.code)}?done=added`);
    const field = outcome.reason === 'unknown-planner' ? 'planner' : 'firstDay';
    const errors = [fieldError(field, outcome.reason, language, words(outcome.reason))];
    return show(reply.code(422), at, { language, values: form.values, errors });
  });

  // Only a day that is suggested: its name comes from the data, not from the request.
  app.post('/office/:office/closures/holiday', async (request, reply) => {
    const at = await openOffice(request, deps);
    readPost(request);
    const { day } = (request.body ?? {}) as { day?: unknown };
    const suggestions = await holidaySuggestions(deps.db, { officeId: at.office.id, from: at.today });
    const holiday = suggestions.find((suggestion) => suggestion.day.toString() === day);
    const back = plannerPaths.closures(at.office.code);
    if (holiday === undefined) return goTo(reply, `${back}?done=already`);
    const date = holiday.day.toString();
    const closure = { firstDay: date, lastDay: date, starts: null, ends: null, reason: holiday.name, plannerId: null };
    const outcome = await transact(deps.db, (tx) => addClosure(tx, { ...at.editing, closure }));
    return goTo(reply, `${back}?done=${outcome.ok ? 'added' : 'already'}`);
  });

  app.post('/office/:office/closures/:closure/remove', async (request, reply) => {
    const at = await openOffice(request, deps);
    const closureId = numberInPath(request, 'closure');
    readPost(request);
    const outcome = await transact(deps.db, (tx) => removeClosure(tx, { ...at.editing, closureId }));
    if (!outcome.ok) throw notFound();
    return goTo(reply, `${plannerPaths.closures(at.office.code)}?done=removed`);
  });

  async function show(reply: FastifyReply, at: AtOffice, form: FormState): Promise<FastifyReply> {
    const planners = await listPlanners(deps.db, at.office.id);
    return page(reply, <ClosureView context={reply.pageContext()} at={at} planners={planners} form={form} />);
  }
}
