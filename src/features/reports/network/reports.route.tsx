import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireNetworkAdmin } from '#features/identity/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { pageNumber } from '#platform/http/page-number.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { noteReport, reportAt } from '../at-office.ts';
import { askedPeriod } from '../figures/asked-period.ts';
import { serviceNames } from '../figures/service-names.query.ts';
import { fileFormats, sendReport } from '../files/send-report.ts';
import { readReport } from '../report/read-report.ts';
import { countedAt, readOverview } from '../shown/read-overview.ts';
import { readReportPage } from '../shown/report-page.ts';
import { readFilter } from './network-filter.ts';
import { networkTexts } from './network.text.ts';
import { rankFigures, rankOffices } from './ranking.query.ts';
import { RankingView } from './ranking.view.tsx';
import { NetworkReportsView, NetworkReportView } from './reports.view.tsx';

/** The network's own calendar. */
const zone = 'Europe/Rome';
const perPage = 50;

/** `/network/reports`: the same figures over all offices, and the offices compared. */
export function addNetworkReports(app: FastifyInstance, deps: Deps): void {
  app.get('/network/reports', async (request, reply) => {
    requireNetworkAdmin(request);
    const asked = await read(request);
    const [overview, counted] = await Promise.all([readOverview(deps.db, asked), countedAt(deps.db)]);
    const props = { context: reply.pageContext(), page: overview, filters: asked.filters, counted: counted.addedUpAt };
    return page(asked.asked.errors.length > 0 ? reply.code(422) : reply, <NetworkReportsView {...props} />);
  });

  app.get('/network/reports/offices', async (request, reply) => {
    requireNetworkAdmin(request);
    const { asked, filter, filters, reader } = await read(request);
    const by = rankFigures.find((one) => one === queryText(request.query, 'by')) ?? 'firstFree';
    const fewestFirst = queryText(request.query, 'order') === 'fewest';
    const number = pageNumber(request.query, 999);
    const skip = (number - 1) * perPage;
    const wish = { period: asked.period, filter, by, fewestFirst, most: perPage + 1, skip };
    const offices = await rankOffices(deps.db, wish);
    const props = { context: reply.pageContext(), asked, filters, by, fewestFirst, number, writing: reader };
    return page(
      asked.errors.length > 0 ? reply.code(422) : reply,
      <RankingView {...props} offices={offices.slice(0, perPage)} skip={skip} hasMore={offices.length > perPage} />,
    );
  });

  app.get('/network/reports/:report', async (request, reply) => {
    requireNetworkAdmin(request);
    const name = reportAt(request);
    const asked = await read(request);
    const shown = await readReportPage(deps.db, { name, ...asked });
    const props = { context: reply.pageContext(), page: shown, filters: asked.filters };
    return page(asked.asked.errors.length > 0 ? reply.code(422) : reply, <NetworkReportView {...props} />);
  });

  app.get('/network/reports/:report/file', async (request, reply) => {
    const viewer = requireNetworkAdmin(request);
    const name = reportAt(request);
    const format = fileFormats.find((one) => one === queryText(request.query, 'format'));
    const { asked, scope, reader, filter } = await read(request);
    if (format === undefined || asked.errors.length > 0) {
      throw new HttpProblem(422, 'invalid-request', { extensions: { errors: asked.errors } });
    }
    const report = await readReport(deps.db, name, { scope, period: asked.period, grain: 'day' });
    const { from, to } = asked.values;
    await noteReport(deps, { viewer, officeId: null, report: name, detail: { ...filter, from, to, format } });
    const place = networkTexts.for(request.language)('everyOffice');
    const writing = { ...reader, grain: 'day' } as const;
    return sendReport(reply, report, { format, writing, period: asked.period, place, code: 'network' });
  });

  async function read(request: FastifyRequest) {
    const { language, query } = request;
    const asked = askedPeriod(query, dayIn(deps.clock.now(), zone), language);
    const services = await serviceNames(deps.db);
    const chosen = await readFilter(deps.db, { query, language, services });
    return { asked, ...chosen, reader: { language, zone, services } };
  }
}
