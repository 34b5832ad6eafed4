import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { releaseAt } from '../at-office.ts';
import { fairnessPaths } from '../paths.ts';
import { publishedReport } from '../published-report.ts';
import { reportCsv } from '../report/files.ts';
import { FairnessView } from './fairness.view.tsx';

/** `/fairness/:release`: the report of a release, while its office publishes it. */
export function addFairnessPage(app: FastifyInstance, deps: Deps): void {
  app.get('/fairness/:release', async (request, reply) => {
    const found = await publishedReport(deps.db, releaseAt(request));
    if (found === undefined) throw notFound('unknown-release');
    return page(reply, <FairnessView context={reply.pageContext()} {...found} />);
  });

  app.get('/fairness/:release/figures.csv', async (request, reply) => {
    const found = await publishedReport(deps.db, releaseAt(request));
    if (found === undefined) throw notFound('unknown-release');
    const { code } = found.report;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="fairness-${code}.csv"`)
      .header('cache-control', 'public, max-age=300')
      .header('link', `<${fairnessPaths.public(code)}>; rel="canonical"`)
      .send(reportCsv(found.report));
  });
}
