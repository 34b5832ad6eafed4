import type { FastifyInstance } from 'fastify';
import type { PastReleases } from './past-releases.ts';
import type { RoomNews } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { prepared } from '#platform/http/prepared-pages.ts';
import { leastParty, type Office, officeAt, officesInstead, readPartySize } from '#features/offices/index.ts';
import { queryText } from '#platform/http/query.ts';
import { type AllFirstDates, type FirstDate, firstOfEachOffice } from '../../first-dates.query.ts';
import { findServiceAt } from '../../offering-of-page.ts';
import { type FindOwnSeat, withOwnDay } from '../../own-seat.ts';
import type { MayLook, WhoMayBook } from '../../who-may-book.ts';
import { noFacts, serviceFacts } from '../../service-facts.query.ts';
import { OfficeNotFoundView } from '../office/office-not-found.view.tsx';
import { ServiceNotFoundView } from './service-not-found.view.tsx';
import { askerOf, asksPriority } from './asks-priority.ts';
import { readChoices } from './visit-choices.ts';
import { ServiceView } from './service.view.tsx';

const mostElsewhere = 6;
interface ServicePath {
  Params: { office: string; service: string };
}

export function addServicePage(
  app: FastifyInstance,
  deps: Deps,
  kept: () => Promise<AllFirstDates>,
  {
    ownSeat,
    whoMayBook,
    mayLook,
    roomNews,
    pastReleases,
  }: {
    ownSeat: FindOwnSeat;
    whoMayBook: WhoMayBook;
    mayLook: MayLook;
    roomNews: RoomNews;
    pastReleases: PastReleases;
  },
): void {
  app.get<ServicePath>('/offices/:office/:service', prepared, async (request, reply) => {
    const context = reply.pageContext();
    const office = await officeAt(deps.db, request.params.office);
    if (!office) return page(reply.code(404), <OfficeNotFoundView context={context} />);
    const found = await findServiceAt(deps.db, office, request.params.service);
    if (!found) return page(reply.code(404), <ServiceNotFoundView context={context} office={office} />);
    const { service, offering } = found;
    const now = deps.clock.now();
    const choices = readChoices(request.query);
    if (!offering?.bookable) {
      return page(
        reply,
        <ServiceView {...{ context, now, office, service, offering, party: 1, choices }} {...noFacts} elsewhere={[]} />,
      );
    }
    const party = Math.max(leastParty(offering), readPartySize(queryText(request.query, 'party'), offering.partyMax));
    const asker = askerOf(request, offering);
    const [{ news, refused }, room, past, facts] = await Promise.all([
      whoMayBook(request, offering),
      roomNews(request, { office, offering }, { party }),
      pastReleases({ office, offering, language: context.language }),
      serviceFacts(deps.db, { office, offering, party, withPriority: asksPriority(request), asker, now }),
    ]);
    if (!mayLook(request, offering)) {
      const props = { context, now, office, service, offering, party, news, room, choices, ...facts, isHidden: true };
      return page(reply, <ServiceView {...props} elsewhere={[]} />);
    }
    const free = withOwnDay(facts.free, ownSeat(request), { offeringId: offering.id, party });
    const elsewhere = free.days.length > 0 ? [] : await elsewhereFor(office, service.code);
    const { resident } = asker;
    const props = {
      context,
      now,
      office,
      service,
      offering,
      party,
      news,
      room,
      past,
      isRefused: refused,
      choices,
      ...facts,
      free,
      resident,
    };
    return page(reply, <ServiceView {...props} elsewhere={elsewhere.slice(0, mostElsewhere)} />);
  });

  /** Other offices that the reader could go to, with a free seat for the same service. */
  async function elsewhereFor(office: Office, service: string): Promise<FirstDate[]> {
    const near = await officesInstead(deps.db, office, 50);
    const firsts = firstOfEachOffice(await kept(), service);
    return near.flatMap(({ id }) => firsts.filter((first) => first.office.id === id)).slice(0, mostElsewhere);
  }
}
