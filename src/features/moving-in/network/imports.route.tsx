import type { FastifyInstance } from 'fastify';
import { requireNetworkAdmin } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { findImportRun, listImports } from '../runs.query.ts';
import { ImportPage, importsPath, ImportsView } from './imports.view.tsx';

const mostShown = 100;

/** `/network/imports`: past imports with what they could not take. */
export function addImportPages(app: FastifyInstance, deps: Deps): void {
  app.get(importsPath, async (request, reply) => {
    requireNetworkAdmin(request);
    const imports = await listImports(deps.db, mostShown);
    return page(reply, <ImportsView context={reply.pageContext()} imports={imports} />);
  });

  app.get(`${importsPath}/:run`, async (request, reply) => {
    requireNetworkAdmin(request);
    const run = await findImportRun(deps.db, numberInPath(request, 'run'));
    if (run === undefined) throw notFound();
    return page(reply, <ImportPage context={reply.pageContext()} run={run} />);
  });
}
