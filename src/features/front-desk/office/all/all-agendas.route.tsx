import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isOperator, mayDo, requireSureLogin, requireViewer } from '#features/identity/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { agendaDay } from '../../agenda-day.query.ts';
import { type AtOffice, noteReading } from '../../at-office.ts';
import { myOffices } from '../../my-offices.ts';
import { readDay } from '../../rules.ts';
import { allAgendasPath, AllAgendasView } from './all-agendas.view.tsx';

/** `/office/agenda?date=`: one day at all the offices somebody works at; today is that of the first. */
export function addAllAgendas(app: FastifyInstance, deps: Deps): void {
  app.get(allAgendasPath, async (request: FastifyRequest, reply) => {
    const viewer = requireViewer(request);
    requireSureLogin(request, viewer);
    if (!isOperator(viewer)) throw new HttpProblem(403, 'forbidden');
    const links = await myOffices(deps.db, viewer);
    const offices = links.map(({ office }) => office).filter(({ id }) => mayDo(viewer, id, 'see-agenda'));
    const [first] = offices;
    // Whoever works everywhere, or only books, begins from the list of offices, which says so.
    if (!first) return goTo(reply, sitePaths.office);
    const asked = queryText(request.query, 'date');
    const wanted = readDay(asked);
    const date = wanted ?? dayIn(deps.clock.now(), first.timeZone);
    const days = await Array.fromAsync(offices, async (office) => {
      const day = await agendaDay(deps, { office, date });
      const at: AtOffice = { office, viewer, may: (task) => mayDo(viewer, office.id, task) };
      const detail = { bookings: day.appointments.length + day.cancelled.length };
      await noteReading(deps, at, { action: 'see-agenda', subject: `day:${date.toString()}`, detail });
      return { office, day, maySeeBookings: at.may('see-booking') };
    });
    const invalid = asked !== '' && wanted === undefined;
    const view = { context: reply.pageContext(), date, days, invalid };
    return page(reply.code(invalid ? 422 : 200), <AllAgendasView {...view} />);
  });
}
