import type { FastifyInstance, FastifyRequest } from 'fastify';
import { localText } from '#platform/language.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { type AtOffice, noteReport, openReports, reportAt } from '../at-office.ts';
import { askedPeriod } from '../figures/asked-period.ts';
import { officeScope } from '../figures/scope.query.ts';
import { countedServices, serviceNames } from '../figures/service-names.query.ts';
import { fileFormats, sendReport } from '../files/send-report.ts';
import { readReport } from '../report/read-report.ts';
import { countedAt, readOverview } from '../shown/read-overview.ts';
import { readReportPage } from '../shown/report-page.ts';
import { OneReportView, ReportsView } from './reports.view.tsx';

/** `/office/:office/reports`: the figures of an office, and `/reports/:report` each of them with its files. */
export function addReportPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/reports', async (request, reply) => {
    const at = await openReports(deps, request);
    const asked = await read(request, at);
    const [overview, counted] = await Promise.all([readOverview(deps.db, asked), countedAt(deps.db)]);
    const props = {
      context: reply.pageContext(),
      at,
      page: overview,
      filter: asked.filter,
      counted: counted.countedAt,
    };
    return page(statusOf(reply, asked.asked.errors.length), <ReportsView {...props} />);
  });

  app.get('/office/:office/reports/:report', async (request, reply) => {
    const at = await openReports(deps, request);
    const name = reportAt(request);
    const asked = await read(request, at);
    const shown = await readReportPage(deps.db, { name, ...asked });
    const props = { context: reply.pageContext(), at, page: shown, filter: asked.filter };
    return page(statusOf(reply, asked.asked.errors.length), <OneReportView {...props} />);
  });

  app.get('/office/:office/reports/:report/file', async (request, reply) => {
    const at = await openReports(deps, request);
    const { office, viewer } = at;
    const name = reportAt(request);
    const format = fileFormats.find((one) => one === queryText(request.query, 'format'));
    const { asked, scope, reader } = await read(request, at);
    if (format === undefined || asked.errors.length > 0) {
      throw new HttpProblem(422, 'invalid-request', { extensions: { errors: asked.errors } });
    }
    const report = await readReport(deps.db, name, { scope, period: asked.period, grain: 'day' });
    const { from, to } = asked.values;
    await noteReport(deps, {
      viewer,
      officeId: office.id,
      report: name,
      detail: { from, to, service: scope.service, format },
    });
    const place = localText(office.name, request.language);
    const writing = { ...reader, grain: 'day' } as const;
    return sendReport(reply, report, { format, writing, period: asked.period, place, code: office.code });
  });

  async function read(request: FastifyRequest, { office, today }: Pick<AtOffice, 'office' | 'today'>) {
    const { language } = request;
    const asked = askedPeriod(request.query, today, language);
    const services = await serviceNames(deps.db);
    const all = await officeScope(deps.db, { officeId: office.id });
    const wish = queryText(request.query, 'service');
    const scope = { ...all, service: services.has(wish) ? wish : null };
    const filter = { codes: await countedServices(deps.db, all), names: services, value: scope.service };
    return { asked, scope, filter, reader: { language, zone: office.timeZone, services } };
  }
}

function statusOf<Reply extends { code(status: number): Reply }>(reply: Reply, errors: number): Reply {
  return errors > 0 ? reply.code(422) : reply;
}
