import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { noteReport, openReports } from '../at-office.ts';
import { monthOfOffice, readMonth } from '../monthly/month.query.ts';
import { monthlyPdf } from '../monthly/monthly-pdf.ts';
import { workersOf } from '../monthly/recipients.query.ts';
import { subscribe } from '../monthly/subscribe.ts';
import { monthFile } from '../monthly/told.ts';
import { reportsPath } from '../paths.ts';
import { RecipientsView } from './recipients.view.tsx';

const change = z.object({
  account: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'invalid')
    .transform(Number),
  subscribed: z.enum(['yes', 'no']),
});

/** The monthly report of an office: to keep, and who gets it by e-mail. */
export function addMonthlyPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/reports/month.pdf', async (request, reply) => {
    const { office, viewer, today } = await openReports(deps, request);
    const typed = queryText(request.query, 'month');
    const month = typed === '' ? today.toPlainYearMonth().subtract({ months: 1 }) : readMonth(typed);
    if (month === undefined) throw new HttpProblem(422, 'invalid-request');
    const { language } = request;
    const found = await monthOfOffice(deps.db, { officeId: office.id, month, language });
    if (found === undefined) throw notFound('unknown-office');
    const detail = { month: month.toString(), format: 'pdf' };
    await noteReport(deps, { viewer, officeId: office.id, report: 'month', detail });
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${monthFile(office.code, month)}"`)
      .send(await monthlyPdf(found, deps.clock.now()));
  });

  app.get('/office/:office/reports/recipients', async (request, reply) => {
    const at = await openReports(deps, request);
    const workers = await workersOf(deps.db, at.office.id);
    return page(reply, <RecipientsView context={reply.pageContext()} at={at} workers={workers} />);
  });

  app.post('/office/:office/reports/recipients', async (request, reply) => {
    const at = await openReports(deps, request);
    const form = readForm(request, change);
    if (!form.ok) {
      const workers = await workersOf(deps.db, at.office.id);
      return page(reply.code(form.status), <RecipientsView context={reply.pageContext()} at={at} workers={workers} />);
    }
    const { account, subscribed } = form.value;
    const by = at.viewer.accountId;
    // For oneself whoever sees reports; for others whoever looks after the office.
    if (account !== by && !at.may('edit-office')) throw new HttpProblem(403, 'forbidden');
    const outcome = await transact(deps.db, (tx) =>
      subscribe(tx, {
        officeId: at.office.id,
        accountId: account,
        subscribed: subscribed === 'yes',
        by,
        now: deps.clock.now(),
      }),
    );
    if (!outcome.ok) throw notFound('unknown-person');
    return goTo(reply, `${reportsPath(at.office.code)}/recipients`);
  });
}
