import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { numberInPath } from '#platform/http/path.ts';
import { readForm } from '#platform/http/form.ts';
import { openPlanner } from '../../at-office.ts';
import { editedRules } from '../../planner.query.ts';
import { restoreQuotas, restoreVersion } from '../../editing/restore-version.ts';
import { listVersions } from '../../editing/versions.query.ts';
import { plannerPaths } from '../paths.ts';
import { VersionsView } from './versions.view.tsx';

const pageSize = 10;

/** What a planner was each time it was published, and the way back. */
export function addVersionPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/planners/:planner/versions', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const asked = queryText(request.query, 'before');
    const before = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
    // One more than is shown: the last one shown is compared with it.
    const filter = { plannerId: planner.id, before, limit: pageSize + 1 };
    const [found, [newest], rules] = await Promise.all([
      listVersions(deps.db, filter),
      listVersions(deps.db, { plannerId: planner.id, before: null, limit: 1 }),
      editedRules(deps.db, planner.id),
    ]);
    const versions = found.slice(0, pageSize).map((version, index) => ({ version, before: found[index + 1] }));
    return page(
      reply,
      <VersionsView
        context={reply.pageContext()}
        at={at}
        planner={planner}
        versions={versions}
        newest={newest?.number ?? 0}
        draft={rules.map(({ rule }) => rule)}
        olderThan={found.length > pageSize ? versions.at(-1)?.version.number : undefined}
      />,
    );
  });

  app.post('/office/:office/planners/:planner/versions/:version/restore', async (request, reply) => {
    const { at, planner } = await openPlanner(deps, request);
    const number = numberInPath(request, 'version');
    const form = readForm(request, z.object({ what: z.literal('quotas').optional() }));
    if (!form.ok) throw new HttpProblem(form.status, form.status === 403 ? 'wrong-csrf' : 'invalid-request');
    const restore = form.value.what === 'quotas' ? restoreQuotas : restoreVersion;
    const outcome = await transact(deps.db, (tx) => restore(tx, { ...at.editing, plannerId: planner.id, number }));
    if (!outcome.ok) throw notFound();
    return goTo(
      reply,
      `${plannerPaths.planner(at.office.code, planner.id)}?done=${form.value.what === 'quotas' ? 'settings' : 'restored'}`,
    );
  });
}
