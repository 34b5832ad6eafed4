import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { agendaDay } from '../../agenda-day.query.ts';
import { type OfficeParams, noteReading, openDesk } from '../../at-office.ts';
import { readDay } from '../../rules.ts';
import { AgendaView } from './agenda.view.tsx';

interface AgendaRequest extends OfficeParams {
  Querystring: { date?: unknown; view?: unknown; missing?: unknown };
}

/** `/office/:office/agenda?date=&view=`: the day, today by the office's calendar unless the address says another. */
export function addAgendaPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/agenda', async (request: FastifyRequest<AgendaRequest>, reply) => {
    const at = await openDesk(deps, request, 'see-agenda');
    const now = deps.clock.now();
    const asked = typeof request.query.date === 'string' ? request.query.date : '';
    const wanted = readDay(asked);
    const date = wanted ?? dayIn(now, at.office.timeZone);
    const day = await agendaDay(deps, { office: at.office, date });
    await noteReading(deps, at, {
      action: 'see-agenda',
      subject: `day:${date.toString()}`,
      detail: { bookings: day.appointments.length + day.cancelled.length },
    });
    const isWrong = asked !== '' && wanted === undefined;
    const view = request.query.view === 'list' ? 'list' : 'hours';
    return page(
      reply.code(isWrong ? 422 : 200),
      <AgendaView
        context={reply.pageContext()}
        at={at}
        day={day}
        view={view}
        now={now}
        invalid={isWrong}
        onlyLacking={request.query.missing === 'yes'}
      />,
    );
  });
}
