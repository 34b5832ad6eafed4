import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emailField } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { csrfCookie } from '#platform/http/csrf.ts';
import { readForm } from '#platform/http/form.ts';
import { networkOf } from '#platform/http/network-of.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { countRequest, tooManyRequests } from '#platform/http/request-count.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { longestProblem } from './report.rules.ts';
import { reportProblem } from './reports.ts';
import { reportFaults } from './report.text.ts';
import { ReportView } from './report.view.tsx';

const typed = z
  .string()
  .default('')
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim());
const optional = (max: number) => typed.pipe(z.string().max(max, 'too-long')).transform((text) => text || null);

const reportSchema = z.object({
  page: typed.pipe(z.string().min(1, 'page-required').max(300, 'too-long')),
  problem: typed.pipe(z.string().min(1, 'problem-required').max(longestProblem, 'too-long')),
  tools: optional(300),
  email: z
    .string()
    .default('')
    .transform((text) => text.trim() || undefined)
    .pipe(emailField.optional())
    .transform((email) => email ?? null),
});

const hour = 3600;

/** `/accessibility/report`: whoever cannot use a page says so, with or without a name. */
export function addReportPage(app: FastifyInstance, deps: Deps): void {
  app.get(sitePaths.accessibilityReport, async (request, reply) => {
    const sent = queryText(request.query, 'sent') ?? '';
    return show(reply, freshForm(request.language), /^[1-9]\d{0,8}$/.test(sent) ? sent : undefined);
  });

  app.post(sitePaths.accessibilityReport, async (request, reply) => {
    const { language } = request;
    const faults = reportFaults.for(language);
    const form = readForm(request, reportSchema, (key) => (reportFaults.has(key) ? faults(key) : undefined));
    if (!form.ok) return show(reply.code(form.status), { language, values: form.values, errors: form.errors });
    await limit(request);
    const { id } = await transact(deps.db, (tx) =>
      reportProblem(tx, deps.secrets, { reported: form.value, language, now: deps.clock.now() }),
    );
    return goTo(reply, `${sitePaths.accessibilityReport}?sent=${id}`);
  });

  /** Strict for one browser, wide for a network: a school or a hall of people may share one. */
  async function limit(request: FastifyRequest): Promise<void> {
    if (!deps.config.limits) return;
    const browser = request.cookies[csrfCookie];
    const network = networkOf(request.ip);
    const allowances = [
      ...(browser ? [{ who: `report browser ${browser}`, most: 10, seconds: hour }] : []),
      ...(network ? [{ who: `report ${network}`, most: 200, seconds: hour }] : []),
    ];
    const counted = await countRequest(deps.db, deps.secrets, { allowances, now: deps.clock.now() });
    if (!counted.ok) throw tooManyRequests(counted);
  }
}

function show(reply: FastifyReply, form: FormState, sent?: string): FastifyReply {
  return page(reply, <ReportView context={reply.pageContext()} form={form} sent={sent} />);
}
