import type { FastifyInstance } from 'fastify';
import { dayIn, readIsoDay } from '#platform/dates.ts';
import type { RoomNews } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { leastParty, officeAt, readPartySize } from '#features/offices/index.ts';
import { goTo, page } from '#platform/http/page.ts';
import { prepared } from '#platform/http/prepared-pages.ts';
import { closedAllDay, type FreeDays, freeSlots, oncePerStart, prioritySeats } from '#features/planner/index.ts';
import { queryText } from '#platform/http/query.ts';
import { findServiceAt } from '../../offering-of-page.ts';
import { type FindOwnSeat, withOwnDay, withOwnTime } from '../../own-seat.ts';
import type { MayLook, WhoMayBook } from '../../who-may-book.ts';
import { daysForParty } from '../../service-days.query.ts';
import { OfficeNotFoundView } from '../office/office-not-found.view.tsx';
import { ServiceNotFoundView } from './service-not-found.view.tsx';
import { askerOf, asksPriority } from './asks-priority.ts';
import { keptGroups } from './kept-groups.ts';
import { type NoTimes, TimesView } from './times.view.tsx';

const nothingFree: FreeDays = { horizonEnd: null, nextRelease: null, days: [] };

interface ServicePath {
  Params: { office: string; service: string };
}

export function addTimesPage(
  app: FastifyInstance,
  deps: Deps,
  {
    ownSeat,
    whoMayBook,
    mayLook,
    roomNews,
  }: { ownSeat: FindOwnSeat; whoMayBook: WhoMayBook; mayLook: MayLook; roomNews: RoomNews },
): void {
  app.get<ServicePath>('/offices/:office/:service/times', prepared, async (request, reply) => {
    const context = reply.pageContext();
    const office = await officeAt(deps.db, request.params.office);
    if (!office) return page(reply.code(404), <OfficeNotFoundView context={context} />);
    const found = await findServiceAt(deps.db, office, request.params.service);
    if (!found) return page(reply.code(404), <ServiceNotFoundView context={context} office={office} />);
    const { service, offering } = found;
    const date = readIsoDay(queryText(request.query, 'date'));
    if (!offering?.bookable) {
      const props = { context, now: deps.clock.now(), office, service, party: 1, date, slots: [], free: nothingFree };
      return page(reply.code(404), <TimesView {...props} none="not-bookable" />);
    }
    if (!mayLook(request, offering)) return goTo(reply, `/offices/${office.code}/${service.code}`);
    const now = deps.clock.now();
    const party = Math.max(leastParty(offering), readPartySize(queryText(request.query, 'party'), offering.partyMax));
    const withPriority = asksPriority(request);
    const asker = askerOf(request, offering);
    const onDay = { offeringId: offering.id, asker, now };
    const [{ news: who }, room, allDays, all, more, planners] = await Promise.all([
      whoMayBook(request, offering),
      roomNews(request, { office, offering }, { party, date: date?.toString() }),
      daysForParty(deps.db, { offeringId: offering.id, party, withPriority, asker, now }),
      date ? freeSlots(deps.db, { ...onDay, date }) : [],
      date && withPriority ? freeSlots(deps.db, { ...onDay, date, withPriority }) : [],
      withPriority ? prioritySeats(deps.db, offering.id) : [],
    ]);
    const news = [who, room];
    const forAll = new Set(all.map(({ id }) => id));
    const kept = keptGroups(
      more.filter(({ id, free }) => !forAll.has(id) && free >= party),
      planners,
    );
    const wanted = { offeringId: offering.id, party };
    const own = ownSeat(request);
    const free = withOwnDay(allDays, own, wanted);
    const fitting = oncePerStart(all.filter((slot) => slot.free >= party));
    const slots = date ? withOwnTime(fitting, own, { ...wanted, date }) : fitting;
    const why = slots.length + kept.length > 0 ? undefined : whyNone(date, dayIn(now, office.timeZone), free);
    const day = { officeId: office.id, service: service.code };
    const closed = why === 'full' && date ? await closedAllDay(deps.db, { ...day, date }) : undefined;
    const none = closed ? 'closed' : why;
    const asksGround = queryText(request.query, 'ask') === 'ground';
    const priority = { withPriority: planners.length > 0, kept, asksGround, resident: asker.resident };
    return page(
      reply.code(none === 'bad-date' || (asksGround && kept.length > 0) ? 422 : 200),
      <TimesView {...{ context, now, office, service, party, date, slots, none, free, closed, news, ...priority }} />,
    );
  });
}

function whyNone(date: Temporal.PlainDate | undefined, today: Temporal.PlainDate, free: FreeDays): NoTimes {
  if (!date) return 'bad-date';
  if (Temporal.PlainDate.compare(date, today) < 0) return 'past';
  if (free.horizonEnd && Temporal.PlainDate.compare(date, free.horizonEnd) > 0) return 'beyond';
  return 'full';
}
