import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { type AgendaDay, agendaDay } from '../../agenda-day.query.ts';
import { type AtOffice, noteReading, type OfficeParams, openDesk } from '../../at-office.ts';
import { readDay } from '../../rules.ts';
import { DayPrintView } from './day-print.view.tsx';

interface DayRequest extends OfficeParams {
  Querystring: { date?: unknown };
}

/** The day on paper, for the guard at the gate: `/office/:office/agenda/print` and `agenda.pdf`, both `?date=`. */
export function addDayOnPaper(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/agenda/print', async (request: FastifyRequest<DayRequest>, reply) => {
    const { at, day, now } = await open(request, 'page');
    const { language } = request;
    const { dayOnPaper } = await import('./day-on-paper.ts');
    const paper = dayOnPaper(day, { office: at.office, language, now });
    return page(reply, <DayPrintView context={reply.pageContext()} at={at} date={day.date} paper={paper} />);
  });

  app.get('/office/:office/agenda.pdf', async (request: FastifyRequest<DayRequest>, reply) => {
    const { at, day, now } = await open(request, 'pdf');
    // What writes PDFs is large: it is loaded with the first.
    const { dayPdf } = await import('./day-pdf.ts');
    const pdf = await dayPdf(day, { office: at.office, language: request.language, now });
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="${at.office.code}-${day.date.toString()}.pdf"`)
      .send(pdf);
  });

  // A sheet with names leaves the screen: who made it is written down.
  async function open(
    request: FastifyRequest<DayRequest>,
    as: 'page' | 'pdf',
  ): Promise<{ at: AtOffice; day: AgendaDay; now: Temporal.Instant }> {
    const at = await openDesk(deps, request, 'see-agenda');
    const now = deps.clock.now();
    const { date: typed } = request.query;
    const date = typed === undefined ? dayIn(now, at.office.timeZone) : readDay(typeof typed === 'string' ? typed : '');
    if (date === undefined) throw notFound();
    const day = await agendaDay(deps, { office: at.office, date });
    const detail = { as, bookings: day.appointments.length };
    await noteReading(deps, at, { action: 'print-agenda', subject: `day:${date.toString()}`, detail });
    return { at, day, now };
  }
}
