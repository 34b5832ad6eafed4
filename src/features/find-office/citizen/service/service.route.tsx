import type { FastifyInstance } from 'fastify';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { prepared } from '#platform/http/prepared-pages.ts';
import { type Office, officeAt, officesInstead, readPartySize } from '#features/offices/index.ts';
import { earliestSlots, officeHours } from '#features/planner/index.ts';
import { queryText } from '#platform/http/query.ts';
import { type AllFirstDates, type FirstDate, firstOfEachOffice } from '../../first-dates.query.ts';
import { findServiceAt } from '../../offering-of-page.ts';
import { type FindOwnSeat, withOwnDay } from '../../own-seat.ts';
import type { WhoMayBook } from '../../who-may-book.ts';
import { daysForParty } from '../../service-days.query.ts';
import { OfficeNotFoundView } from '../office/office-not-found.view.tsx';
import { ServiceNotFoundView } from './service-not-found.view.tsx';
import { ServiceView } from './service.view.tsx';

const mostElsewhere = 6;
const nothing = {
  free: { horizonEnd: null, nextRelease: null, days: [] },
  firstTime: undefined,
  notice: 0,
  elsewhere: [],
};

interface ServicePath {
  Params: { office: string; service: string };
}

export function addServicePage(
  app: FastifyInstance,
  deps: Deps,
  kept: () => Promise<AllFirstDates>,
  { ownSeat, whoMayBook }: { ownSeat: FindOwnSeat; whoMayBook: WhoMayBook },
): void {
  app.get<ServicePath>('/offices/:office/:service', prepared, async (request, reply) => {
    const context = reply.pageContext();
    const office = await officeAt(deps.db, request.params.office);
    if (!office) return page(reply.code(404), <OfficeNotFoundView context={context} />);
    const found = await findServiceAt(deps.db, office, request.params.service);
    if (!found) return page(reply.code(404), <ServiceNotFoundView context={context} office={office} />);
    const { service, offering } = found;
    const now = deps.clock.now();
    if (!offering?.bookable) {
      return page(reply, <ServiceView {...{ context, now, office, service, offering, party: 1 }} {...nothing} />);
    }
    const party = readPartySize(queryText(request.query, 'party'), offering.partyMax);
    const today = dayIn(now, office.timeZone);
    const [news, days, [first], hours] = await Promise.all([
      whoMayBook(request, offering),
      daysForParty(deps.db, { offeringId: offering.id, party, now }),
      earliestSlots(deps.db, { offeringId: offering.id, party, now, limit: 1 }),
      officeHours(deps.db, { officeId: office.id, from: today, to: today }),
    ]);
    const free = withOwnDay(days, ownSeat(request), { offeringId: offering.id, party });
    const serving = hours.planners.filter((planner) => planner.services.includes(service.code));
    const notice = Math.min(...serving.map((planner) => planner.noticeMinutes), Infinity);
    const elsewhere = free.days.length > 0 ? [] : await elsewhereFor(office, service.code);
    const props = {
      context,
      now,
      office,
      service,
      offering,
      party,
      news,
      free,
      elsewhere: elsewhere.slice(0, mostElsewhere),
    };
    return page(
      reply,
      <ServiceView {...props} notice={Number.isFinite(notice) ? notice : 0} firstTime={first?.startsAt} />,
    );
  });

  /** Other offices that the reader could go to, with a free seat for the same service. */
  async function elsewhereFor(office: Office, service: string): Promise<FirstDate[]> {
    const near = await officesInstead(deps.db, office, 50);
    const firsts = firstOfEachOffice(await kept(), service);
    return near.flatMap(({ id }) => firsts.filter((first) => first.office.id === id)).slice(0, mostElsewhere);
  }
}
