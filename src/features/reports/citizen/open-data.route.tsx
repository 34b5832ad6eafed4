import { stringify } from 'csv-stringify/sync';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { pathPart } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { indexPath, licence, monthPath, openDataFields, openDataPath } from '../open-data/fields.ts';
import { publishedMonth, publishedMonths } from '../open-data/open-data.query.ts';
import { OpenDataView } from './open-data.view.tsx';

/** `/open-data`: what everybody may know, without login, at addresses that stay; any site may load it. */
export function addOpenData(app: FastifyInstance, deps: Deps): void {
  const site = deps.config.publicUrl;

  app.get(openDataPath, async (_request, reply) => {
    const months = await publishedMonths(deps.db);
    return page(reply, <OpenDataView context={reply.pageContext()} months={months} />);
  });

  app.get(indexPath, async (_request, reply) => {
    const months = await publishedMonths(deps.db);
    void forEverybody(reply, 3_600);
    return {
      licence,
      documentation: `${site}${openDataPath}`,
      months: months.map(({ month, madeAt }) => ({
        month: month.toString().slice(0, 7),
        publishedAt: madeAt.toString({ smallestUnit: 'second' }),
        json: `${site}${monthPath(month, 'json')}`,
        csv: `${site}${monthPath(month, 'csv')}`,
      })),
    };
  });

  app.get(`${openDataPath}/:file`, async (request, reply) => {
    const [, typed, format] =
      /^appointments-(20\d{2}-(?:0[1-9]|1[0-2]))\.(json|csv)$/.exec(pathPart(request, 'file')) ?? [];
    if (typed === undefined) throw notFound();
    const found = await publishedMonth(deps.db, Temporal.PlainDate.from(`${typed}-01`));
    if (found === undefined) throw notFound();
    // What is published never changes.
    void forEverybody(reply, 30 * 86_400).header(
      'last-modified',
      new Date(found.madeAt.epochMilliseconds).toUTCString(),
    );
    if (format === 'json') return { month: typed, licence, documentation: `${site}${openDataPath}`, items: found.rows };
    const rows = found.rows.map((row) => openDataFields.map((field) => row[field]));
    return reply
      .type('text/csv; charset=utf-8')
      .send(stringify([openDataFields, ...rows], { escape_formulas: true, record_delimiter: 'windows' }));
  });
}

function forEverybody(reply: FastifyReply, seconds: number): FastifyReply {
  return reply
    .header('cache-control', `public, max-age=${seconds}`)
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin');
}
