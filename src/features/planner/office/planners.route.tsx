import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { openOfficeToPlan, openPlanner } from '../at-office.ts';
import { listPlanners } from '../planner.query.ts';
import { newsOf } from './planner-news.ts';
import { PlannersView } from './planners.view.tsx';
import { showPlanner } from './show-planner.tsx';

/** The list of an office's planners, and one planner with its week. */
export function addPlannerListPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const planners = await listPlanners(deps.db, at.office.id);
    return page(reply, <PlannersView context={reply.pageContext()} at={at} planners={planners} />);
  });

  app.get('/office/:office/planners/:planner', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const week = queryText(request.query, 'week');
    const told = newsOf(queryText(request.query, 'done'), request.language);
    const offered = queryText(request.query, 'offered');
    const news = told && /^[1-9]\d{0,5}$/.test(offered) ? { ...told, offered: Number(offered) } : told;
    return showPlanner(reply, deps, { at, planner, week, news });
  });
}
