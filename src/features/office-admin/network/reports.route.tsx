import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { type AccessibilityReport, closeReport, findReport, listReports } from '#features/site/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { numberInPath } from '#platform/http/path.ts';
import { openNetwork } from '../at-office.ts';
import { networkPaths } from '../paths.ts';
import { faultWords } from '../words.ts';
import { ReportPage } from './report.view.tsx';
import { reportsFaults } from './reports.text.ts';
import { longestAnswer, ReportsView } from './reports.view.tsx';

const mostShown = 100;

const answerSchema = z
  .object({ answer: z.string().default(''), quietly: z.literal('yes').optional() })
  .transform(({ answer, quietly }, context) => {
    const text = answer.replaceAll('\r\n', '\n').replaceAll('\0', '').trim();
    if (quietly === 'yes') return null;
    const fault = text === '' ? 'answer-required' : text.length > longestAnswer ? 'too-long' : undefined;
    if (fault === undefined) return text;
    context.addIssue({ code: 'custom', path: ['answer'], message: fault });
    return z.NEVER;
  });

/** `/network/accessibility`: what people could not use, and the answers they get. */
export function addReportPages(app: FastifyInstance, deps: Deps): void {
  app.get(networkPaths.reports, async (request, reply) => {
    const { now } = openNetwork(deps, request);
    const reports = await listReports(deps.db, deps.secrets, mostShown);
    return page(reply, <ReportsView context={reply.pageContext()} reports={reports} now={now} />);
  });

  app.get(`${networkPaths.reports}/:report`, async (request, reply) => {
    openNetwork(deps, request);
    const report = await reportAt(request);
    return show(reply, report, freshForm(request.language), queryText(request.query, 'done') === 'closed');
  });

  app.post(`${networkPaths.reports}/:report`, async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const report = await reportAt(request);
    const { language } = request;
    const words = faultWords(reportsFaults, language);
    const form = readForm(request, answerSchema, words);
    if (!form.ok) return show(reply.code(form.status), report, { language, values: form.values, errors: form.errors });
    const { accountId } = viewer;
    const { id } = report;
    const closed = await transact(deps.db, async (tx) => {
      const outcome = await closeReport(tx, deps.secrets, { id, answer: form.value, accountId, now });
      const subject = `accessibility-report:${id}`;
      if (outcome.ok) await audit(tx, { at: now, accountId, officeId: null, action: 'close-report', subject });
      return outcome;
    });
    if (closed.ok) return goTo(reply, `${networkPaths.report(id)}?done=closed`);
    const errors = [fieldError('', closed.reason, language, words(closed.reason))];
    return show(reply.code(409), await reportAt(request), { language, values: form.values, errors });
  });

  async function reportAt(request: FastifyRequest): Promise<AccessibilityReport> {
    const report = await findReport(deps.db, deps.secrets, numberInPath(request, 'report'));
    if (report === undefined) throw notFound();
    return report;
  }
}

function show(reply: FastifyReply, report: AccessibilityReport, form: FormState, done = false): FastifyReply {
  return page(reply, <ReportPage context={reply.pageContext()} report={report} form={form} done={done} />);
}
