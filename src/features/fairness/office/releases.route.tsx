import type { FastifyInstance } from 'fastify';
import { findPlan, listPlanners, nextByRule, type Release } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { openReleases } from '../at-office.ts';
import { releasesOfOffice } from './releases.query.ts';
import { type ComingByRule, ReleasesView } from './releases.view.tsx';

const longAgo = Temporal.Instant.from('2000-01-01T00:00:00Z');
const farAhead = Temporal.Instant.from('9000-01-01T00:00:00Z');
const onePage = 30;

/** `/office/:office/releases`: what comes and what was, over all planners. */
export function addReleaseListPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/releases', async (request, reply) => {
    const at = await openReleases(deps, request);
    const officeId = at.office.id;
    const number = pageNumber(request.query);
    const [coming, past, byRule] = await Promise.all([
      releasesOfOffice(deps.db, { officeId, from: at.now, to: farAhead, newestFirst: false, limit: onePage }),
      releasesOfOffice(deps.db, {
        officeId,
        from: longAgo,
        to: at.now,
        newestFirst: true,
        limit: number * onePage + 1,
      }),
      comingByRules(deps.db, officeId, at.now),
    ]);
    const noted = new Set(coming.map(({ code }) => code));
    const begins = (number - 1) * onePage;
    return page(
      reply,
      <ReleasesView
        context={reply.pageContext()}
        at={at}
        coming={number === 1 ? coming : []}
        byRule={number === 1 ? byRule.filter(({ release }) => !noted.has(release.id)) : []}
        past={past.slice(begins, begins + onePage)}
        number={number}
        hasMore={past.length > begins + onePage}
      />,
    );
  });
}

/** What rules will open that is not written down yet, three of each planner. */
async function comingByRules(db: Db, officeId: number, now: Temporal.Instant): Promise<ComingByRule[]> {
  const planners = (await listPlanners(db, officeId)).filter(({ published }) => published);
  const found = await Promise.all(
    planners.map(async ({ id, name }) => {
      const plan = await findPlan(db, id);
      const next: readonly Release[] = plan === undefined ? [] : nextByRule(plan, now).slice(0, 3);
      return next.map((release) => ({ plannerId: id, planner: name, release }));
    }),
  );
  return found.flat();
}
