import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { localText } from '#platform/language.ts';
import { findService } from '#features/offices/index.ts';
import { noteReport, openReports, reportAt } from '../at-office.ts';
import { reportJson } from '../files/json.ts';
import { sendReport } from '../files/send-report.ts';
import { readPeriod } from '../figures/asked-period.ts';
import { officeScope } from '../figures/scope.query.ts';
import { serviceNames } from '../figures/service-names.query.ts';
import { readReport } from '../report/read-report.ts';
import { reportNames } from '../report/report.ts';

const query = z.object({
  from: z.string().max(20).describe('first day, YYYY-MM-DD in the office’s calendar'),
  to: z.string().max(20).describe('last day, included'),
  service: z.string().max(60).optional().describe('the code of a service; without it, all'),
  format: z.enum(['json', 'csv', 'xlsx']).optional().describe('json by default'),
});

const answer = z.object({
  report: z.enum(reportNames),
  from: z.string(),
  to: z.string(),
  columns: z.array(z.object({ key: z.string(), kind: z.string() })),
  items: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  totals: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

interface ReportRequest {
  Params: { office: string; report: string };
  Querystring: z.output<typeof query>;
}

/** `GET /offices/{office}/reports/{report}?from=&to=&format=`: figures of one office, day by day where rows are days. */
export function addReportsApi(app: FastifyInstance, deps: Deps): void {
  const route = {
    preValidation: async (request: FastifyRequest<ReportRequest>) => void (await openReports(deps, request)),
    schema: { querystring: query, tags: ['office'], security: loginNeeded, summary: 'A report of an office' },
    config: { answers: { 200: answer } },
  };
  app.get('/api/v1/offices/:office/reports/:report', route, async (request: FastifyRequest<ReportRequest>, reply) => {
    const { office, viewer } = await openReports(deps, request);
    const name = reportAt(request);
    const { language } = request;
    const { from, to, service = null, format = 'json' } = request.query;
    const read = readPeriod({ from, to }, language);
    const errors = read.ok ? [] : [...read.errors];
    if (service !== null && (await findService(deps.db, service)) === undefined) {
      errors.push(fieldError('service', 'unknown-service', language));
    }
    if (!read.ok || errors.length > 0) throw new HttpProblem(422, 'invalid-request', { extensions: { errors } });
    const { period } = read;
    const scope = await officeScope(deps.db, { officeId: office.id, service });
    const report = await readReport(deps.db, name, { scope, period, grain: 'day' });
    await noteReport(deps, { viewer, officeId: office.id, report: name, detail: { from, to, service, format } });
    const zone = office.timeZone;
    if (format === 'json') {
      void reply.header('cache-control', 'no-store');
      return reportJson(report, { period, zone });
    }
    const writing = { language, services: await serviceNames(deps.db), grain: 'day', zone } as const;
    return sendReport(reply, report, {
      format,
      writing,
      period,
      place: localText(office.name, language),
      code: office.code,
    });
  });
}
