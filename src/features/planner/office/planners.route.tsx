import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { findPlan } from '../plan.query.ts';
import { editedRules, listPlanners } from '../planner.query.ts';
import { removeRule } from '../save-rule.ts';
import { mondayOf, weekPreview } from '../week-preview.rules.ts';
import { readPost } from './read-post.ts';
import { numberInPath, openOffice, openPlanner } from '../at-office.ts';
import { plannerPaths } from './paths.ts';
import { doneWords, PlannerView } from './planner.view.tsx';
import { PlannersView } from './planners.view.tsx';

/** The list of an office's planners, and one planner with its hours and its week. */
export function addPlannerListPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners', async (request, reply) => {
    const at = await openOffice(request, deps);
    const planners = await listPlanners(deps.db, at.office.id);
    return page(reply, <PlannersView context={reply.pageContext()} at={at} planners={planners} />);
  });

  app.get('/office/:office/planners/:planner', async (request, reply) => {
    const { at, planner } = await openPlanner(request, deps);
    const [plan, rules] = await Promise.all([findPlan(deps.db, planner.id), editedRules(deps.db, planner.id)]);
    if (plan === undefined) throw notFound();
    const week = weekPreview({ ...plan, monday: weekAsked(queryText(request.query, 'week'), at.today) });
    const done = queryText(request.query, 'done');
    return page(
      reply,
      <PlannerView
        context={reply.pageContext()}
        at={at}
        planner={planner}
        rules={rules}
        week={week}
        done={isDone(done) ? done : undefined}
      />,
    );
  });

  app.post('/office/:office/planners/:planner/rules/:rule/remove', async (request, reply) => {
    const { at, planner } = await openPlanner(request, deps);
    const ruleId = numberInPath(request, 'rule');
    readPost(request);
    const outcome = await transact(deps.db, (tx) => removeRule(tx, { ...at.editing, plannerId: planner.id, ruleId }));
    if (!outcome.ok) throw notFound();
    return goTo(reply, `${plannerPaths.planner(at.office.code, planner.id)}?done=rule-removed`);
  });
}

/** The Monday asked for, else of the next week: the whole of it lies ahead. */
function weekAsked(text: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  const asked = /^20\d\d-\d\d-\d\d$/.test(text ?? '') ? text : undefined;
  try {
    if (asked !== undefined) return mondayOf(Temporal.PlainDate.from(asked));
  } catch {
    // Not a day of the calendar: an address typed by hand.
  }
  return mondayOf(today.add({ days: 7 }));
}

function isDone(text: string | undefined): text is keyof typeof doneWords {
  return text !== undefined && Object.hasOwn(doneWords, text);
}
