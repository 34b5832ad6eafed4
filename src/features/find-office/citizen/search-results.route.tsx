import type { FastifyInstance } from 'fastify';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { prepared } from '#platform/http/prepared-pages.ts';
import { localText } from '#platform/language.ts';
import {
  findService,
  listPlaceNames,
  readOfficeCode,
  type FoundOffice,
  readOfficeCursor,
  searchOffices,
  type Service,
  writeOfficeCursor,
} from '#features/offices/index.ts';
import { firstFree } from '#features/planner/index.ts';
import { queryText } from '#platform/http/query.ts';
import { type AllFirstDates, firstOfEachOffice } from '../first-dates.query.ts';
import { keepAnswer } from '../kept-answer.ts';
import { nearbyNames } from '../nearby-names.ts';
import { type FoundItem, searchPath, SearchResultsView } from './search-results.view.tsx';

const pageSize = 20;
const mostTyped = 100;
/** Without words there are no further pages: the reader's own office is found by its name. */
const mostWithoutWords = 60;

export function addSearchResultsPage(app: FastifyInstance, deps: Deps, kept: () => Promise<AllFirstDates>): void {
  const placeNames = keepAnswer(deps.clock, 600, () => listPlaceNames(deps.db));

  app.get('/offices', prepared, async (request, reply) => {
    const q = queryText(request.query, 'q').slice(0, mostTyped);
    const service = await serviceOf(deps.db, queryText(request.query, 'service'));
    const context = reply.pageContext();
    if (q === '') {
      const all = byFirstDate(await kept(), service?.code);
      const items = all.slice(0, mostWithoutWords);
      return page(reply, <SearchResultsView {...{ context, q, service, items, total: all.length }} {...onePage} />);
    }
    const typed = queryText(request.query, 'cursor');
    const cursor = readOfficeCursor(typed);
    const found = await searchOffices(deps.db, { q, service: service?.code, limit: pageSize, cursor });
    const items = await withFirstDates(deps, found.items, service);
    const next = found.nextCursor && searchPath(q, service?.code, writeOfficeCursor(found.nextCursor));
    const perhaps = found.total === 0 && !service ? nearbyNames(q, await placeNames()) : [];
    const badCursor = typed !== '' && cursor === undefined;
    return page(
      reply,
      <SearchResultsView {...{ context, q, service, items, total: found.total, perhaps, next, badCursor }} />,
    );
  });

  app.get('/offices/suggestions', async (request, reply) => {
    const q = queryText(request.query, 'q').slice(0, mostTyped);
    const { items } = q === '' ? { items: [] } : await searchOffices(deps.db, { q, limit: 8 });
    const labels = items.map((office) => ({
      label: localText(office.name, request.language),
      href: `/offices/${office.code}`,
    }));
    return reply
      .header('cache-control', 'public, max-age=60')
      .header('vary', 'cookie, accept-language')
      .send({ items: labels });
  });
}

const onePage = { perhaps: [], next: undefined, badCursor: false } as const;

async function serviceOf(db: Db, typed: string): Promise<Service | undefined> {
  const code = readOfficeCode(typed);
  return code === undefined ? undefined : findService(db, code);
}

/** Without words to search for, the offices that take bookings: first those with the earliest free date. */
function byFirstDate(all: AllFirstDates, service: string | undefined): FoundItem[] {
  const free = firstOfEachOffice(all, service);
  const shown = new Set(free.map(({ office }) => office.id));
  const soldOut = all.soldOut.filter(({ office, serviceCode }) => {
    if ((service !== undefined && serviceCode !== service) || shown.has(office.id)) return false;
    shown.add(office.id);
    return true;
  });
  return [
    ...free.map((first) => ({ office: first.office, first, services: [], bookable: true })),
    ...soldOut.map(({ office }) => ({ office, first: undefined, services: [], bookable: true })),
  ];
}

async function withFirstDates(
  deps: Deps,
  found: readonly FoundOffice[],
  service: Service | undefined,
): Promise<FoundItem[]> {
  const offerings = found.flatMap((office) => office.services).filter(({ code }) => !service || code === service.code);
  const nameOf = new Map(offerings.map(({ offeringId, name }) => [offeringId, name]));
  const offeringIds = [...nameOf.keys()];
  const firsts = await firstFree(deps.db, { offeringIds, now: deps.clock.now(), limit: offeringIds.length });
  return found.map((office) => {
    // The earliest day comes first.
    const first = firsts.find(({ officeId }) => officeId === office.id);
    const serviceName = nameOf.get(first?.offeringId ?? 0);
    return {
      office,
      first: first && serviceName && { date: first.date, serviceName },
      services: office.services.map(({ name }) => name),
      bookable: office.services.length > 0,
    };
  });
}
