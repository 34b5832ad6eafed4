import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { findPlan, type Plan } from '../plan.query.ts';
import type { Planner } from '../planner.query.ts';
import { previewPublication, publishPlanner, unpublishPlanner } from '../publish.ts';
import { uncoveredBookings } from '../uncovered-bookings.query.ts';
import { type AtOffice, openPlanner } from '../at-office.ts';
import { plannerPaths } from './paths.ts';
import { PublishView } from './publish.view.tsx';
import { readPost } from './read-post.ts';

interface Open {
  readonly at: AtOffice;
  readonly planner: Planner;
  readonly plan: Plan;
}

/** Publishing a planner and taking it off, each with a page in between that says what will change. */
export function addPublishPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/:planner/publish', async (request, reply) => {
    const opened = await open(request);
    return show(reply, opened, 'publish', opened.plan);
  });

  app.post('/office/:office/planners/:planner/publish', async (request, reply) => {
    const opened = await open(request);
    const { at, planner } = opened;
    readPost(request);
    if (planner.services.length === 0) return show(reply.code(422), opened, 'publish', opened.plan);
    const outcome = await transact(deps.db, (tx) => publishPlanner(tx, { ...at.editing, plannerId: planner.id }));
    if (!outcome.ok) return show(reply.code(422), opened, 'publish', opened.plan);
    return goTo(reply, `${plannerPaths.planner(at.office.code, planner.id)}?done=published`);
  });

  app.get('/office/:office/planners/:planner/unpublish', async (request, reply) => {
    const opened = await open(request);
    return show(reply, opened, 'unpublish', { ...opened.plan, rules: [] });
  });

  app.post('/office/:office/planners/:planner/unpublish', async (request, reply) => {
    const { at, planner } = await open(request);
    readPost(request);
    await transact(deps.db, async (tx) => {
      await unpublishPlanner(tx, { ...at.editing, plannerId: planner.id });
      return { ok: true };
    });
    return goTo(reply, `${plannerPaths.planner(at.office.code, planner.id)}?done=unpublished`);
  });

  async function open(request: FastifyRequest): Promise<Open> {
    const { at, planner } = await openPlanner(request, deps);
    const plan = await findPlan(deps.db, planner.id);
    if (plan === undefined) throw notFound();
    return { at, planner, plan };
  }

  async function show(
    reply: FastifyReply,
    opened: Open,
    kind: 'publish' | 'unpublish',
    plan: Plan,
  ): Promise<FastifyReply> {
    const { at, planner } = opened;
    const changes = await previewPublication(deps.db, { plan, now: at.now });
    const slotIds = changes.uncovered.map((slot) => slot.slotId);
    const bookings = await uncoveredBookings(deps.db, { officeId: at.office.id, slotIds, now: at.now });
    return page(
      reply,
      <PublishView
        context={reply.pageContext()}
        at={at}
        planner={planner}
        kind={kind}
        changes={changes}
        bookings={bookings}
      />,
    );
  }
}
