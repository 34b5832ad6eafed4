import type { FastifyInstance } from 'fastify';
import type { PastReleases } from './citizen/service/past-releases.ts';
import type { RoomNews } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { addFirstDatePage } from './citizen/first-date/first-date.route.tsx';
import { addHomePage } from './citizen/home.route.tsx';
import { addOfficePage } from './citizen/office/office.route.tsx';
import { addSearchResultsPage } from './citizen/search/search-results.route.tsx';
import { addServicePage } from './citizen/service/service.route.tsx';
import { addTimesPage } from './citizen/service/times.route.tsx';
import { allFirstDates } from './first-dates.query.ts';
import { keepAnswer } from './kept-answer.ts';
import type { FindOwnSeat } from './own-seat.ts';
import type { MayLook, WhoMayBook } from './who-may-book.ts';

/** How old the first dates of lists may be. The calendar and the times of a service are always of now. */
const listAgeSeconds = 10;

/** The citizen's way to a free time: home, first dates, search, office, service with its calendar, times of a day. */
export function addFindOfficePages(
  app: FastifyInstance,
  deps: Deps,
  {
    ownSeat,
    whoMayBook,
    mayLook = () => true,
    roomNews = async () => undefined,
    pastReleases = async () => undefined,
  }: {
    ownSeat: FindOwnSeat;
    whoMayBook: WhoMayBook;
    mayLook?: MayLook;
    roomNews?: RoomNews;
    pastReleases?: PastReleases;
  },
): void {
  const kept = keepAnswer(deps.clock, listAgeSeconds, (now) => allFirstDates(deps.db, now));
  addHomePage(app, deps, kept);
  addSearchResultsPage(app, deps, kept);
  addFirstDatePage(app, deps);
  addOfficePage(app, deps);
  addServicePage(app, deps, kept, { ownSeat, whoMayBook, mayLook, roomNews, pastReleases });
  addTimesPage(app, deps, { ownSeat, whoMayBook, mayLook, roomNews });
}
