import { readIsoDay } from '#platform/dates.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { readPost } from '#platform/http/form.ts';
import { type AtOffice, openOfficeToPlan } from '../../at-office.ts';
import { dayAppointments } from '../../calendar/day-appointments.query.ts';
import { appointmentsToOffer, dayOffers } from '../../day-offers.query.ts';
import { officeCalendar } from '../../calendar/office-calendar.query.ts';
import { askForMoves } from '../../slots/ask-for-moves.ts';
import { CalendarDayView } from './calendar-day.view.tsx';
import { pageNumber } from '#platform/http/page-number.ts';
import { plannerPaths } from '../paths.ts';

/** One day of the office's calendar. */
export function addCalendarDayPages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/closures/days/:day', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const day = dayInPath(request, at);
    const filter = { officeId: at.office.id, zone: at.office.timeZone };
    const [days, appointments, offers, toOffer] = await Promise.all([
      officeCalendar(deps.db, { ...filter, from: day, to: day, today: at.today }),
      dayAppointments(deps.db, { ...filter, day }),
      dayOffers(deps.db, { ...filter, day, now: at.now }),
      appointmentsToOffer(deps.db, { ...filter, day, now: at.now }),
    ]);
    const [shown] = days;
    if (shown === undefined) throw new Error('a calendar of one day has none');
    const offered = queryText(request.query, 'offered');
    return page(
      reply,
      <CalendarDayView
        context={reply.pageContext()}
        at={at}
        day={shown}
        appointments={appointments}
        offers={offers}
        toOffer={toOffer.length}
        page={pageNumber(request.query)}
        offered={/^[1-9]\d{0,5}$/.test(offered) ? Number(offered) : 0}
      />,
    );
  });

  app.post('/office/:office/closures/days/:day/offers', async (request, reply) => {
    const at = await openOfficeToPlan(deps, request);
    const day = dayInPath(request, at);
    readPost(request);
    const officeId = at.office.id;
    const { offered } = await transact(deps.db, async (tx) => {
      const bookings = await appointmentsToOffer(tx, { officeId, zone: at.office.timeZone, day, now: at.now });
      await askForMoves(tx, { officeId, accountId: at.viewer.accountId, bookings, cause: 'closure', now: at.now });
      return { ok: true, offered: bookings.length };
    });
    return goTo(reply, `${plannerPaths.calendarDay(at.office.code, day.toString())}?offered=${offered}`);
  });
}

/** The day of the address, from today to ten years ahead. */
function dayInPath(request: FastifyRequest, at: AtOffice): Temporal.PlainDate {
  const { day: text = '' } = request.params as Readonly<Record<string, string>>;
  const day = readIsoDay(text);
  const { compare } = Temporal.PlainDate;
  if (day === undefined || compare(day, at.today) < 0 || compare(day, at.today.add({ years: 10 })) > 0)
    throw notFound();
  return day;
}
