import type { FastifyInstance, RouteOptions } from 'fastify';
import {
  addAssignmentApi,
  addBookingsApi,
  addRegistrationPages,
  addClearanceLinkPage,
  addCitizenBookingPages,
  addFindBooking,
  addHeldSeats,
  addHoldsApi,
  browserOf,
  createSeatEngine,
  eligibilityBox,
  foreseeMoves,
  mayAsk,
  mayLook,
  mayNotBook,
  registerOverApi,
} from '#features/booking/index.ts';
import { addAccountCases } from '#features/account-cases/index.ts';
import { addFairness, addReleaseOverview, pastReleases, simulateNext, simulateRule } from '#features/fairness/index.ts';
import { addFeeds, addFindOfficePages, addOfficeDetailApi } from '#features/find-office/index.ts';
import { addDemoPages } from '#features/demo/index.ts';
import { addDrawEntry, addFrontDesk } from '#features/front-desk/index.ts';
import { addArrivals, addSessions } from '#features/identity/index.ts';
import { addHelpPages, helpSubjects } from '#features/help/index.ts';
import { addManualPages } from '#features/manual/index.ts';
import { addImportPages } from '#features/moving-in/index.ts';
import { addLinkPages, countReturned, shortLinkPath, messagesOfBooking } from '#features/notifications/index.ts';
import { addOfficeAdmin, addOpened } from '#features/office-admin/index.ts';
import { addOfficesApi } from '#features/offices/index.ts';
import { isPhotoCheckDown, logPhotoTrouble, photosLost } from '#features/photo/index.ts';
import { addPlannerApi, addPlannerPages } from '#features/planner/index.ts';
import { addReports } from '#features/reports/index.ts';
import { addProof, addSignals } from '#features/signals/index.ts';
import { addSitePages } from '#features/site/index.ts';
import {
  addPolls,
  addDraws,
  addDrawsAtDesk,
  addEntriesApi,
  addQueueApi,
  addRoomRulePages,
  addWaitingRoomPages,
  createGate,
  createRooms,
  drawPart,
  ownTickets,
  releaseOrders,
  roomNews,
} from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { addHealth } from '#platform/http/health.ts';
import type { Siblings } from '#platform/http/metrics.ts';
import type { Level } from '#platform/http/overload/overload.rules.ts';
import { createServer } from '#platform/http/server.ts';
import { addPageContext } from './add-page-context.ts';
import { allThatIsKept } from './all-that-is-kept.ts';
import { afterLogin } from './after-login.ts';
import { addLogins } from './logins.ts';
import { addBuiltFiles } from './built-files.ts';
import { loadClassOf } from './load-classes.ts';
import { addOfficeCounts } from './office-counts.ts';
import { problemPage } from './problem-page.tsx';

/**
 * The web application: the citizen's pages, the office's pages and the API, one line per feature. `onRoute` hears of each
 * route; `office` has the database connections of those who work.
 */
export async function createApp(
  deps: Deps,
  options: { onRoute?: (route: RouteOptions) => void; office?: Deps; siblings?: Siblings; level?: () => Level } = {},
): Promise<FastifyInstance> {
  const { onRoute, office = deps, siblings, level } = options;
  const engine = createSeatEngine(deps.pool);
  const rooms = createRooms(deps, { load: engine.waiting });
  const gate = createGate(rooms);
  // Batches and connections of the office's own: its work never stands in line behind the public's.
  const desk = createSeatEngine(office.pool);
  const overload = {
    limits: deps.config.overload,
    database: () => deps.pool.waitingCount,
    seats: engine.waiting,
    classOf: loadClassOf,
    ...(level && { level }),
  };
  const app = await createServer(deps, {
    problemPage,
    sharePages: true,
    first: (made) => addPolls(made, deps, rooms),
    overload,
  });
  if (onRoute) app.addHook('onRoute', onRoute);
  // Nobody is let past a room because the process that answers has only just started.
  app.addHook('onReady', () => rooms.refresh());
  app.addHook('onClose', () => rooms.close());
  logPhotoTrouble(deps.log);
  await addBuiltFiles(app);
  addSessions(app, deps, office);
  addArrivals(app, deps, { afterLogin: afterLogin(deps) });
  app.addHook('onRequest', async (request, reply) => {
    // A session that is over, or was never one of ours, makes nobody a person whom the site knows.
    if (request.viewer === null && browserOf(request) === undefined) return app.overload.refuseStranger(request, reply);
  });
  addHeldSeats(app, deps);
  addOfficeCounts(app, office);
  addPageContext(app, deps, rooms);
  const proof = addProof(app, deps);
  const returned = (status: 'refused' | 'bounced') => ({
    together: 'first' as const,
    read: () => countReturned(office.db, { status, now: deps.clock.now() }),
  });
  addHealth(app, office, {
    siblings,
    counts: {
      shed_total: { label: 'class', read: () => app.overload.shed },
      photos_lost_total: { label: 'how', read: photosLost },
    },
    gauges: {
      overload_level: { together: 'max', read: () => app.overload.level() },
      requests_in_flight: { together: 'sum', read: () => app.overload.gauge.measured().requests },
      database_waiting: { together: 'sum', read: () => deps.pool.waitingCount },
      event_loop_delay_ms: { together: 'max', read: () => app.overload.gauge.measured().delay },
      seat_requests_waiting: { together: 'sum', read: engine.waiting },
      desk_seat_requests_waiting: { together: 'sum', read: desk.waiting },
      photo_check_down: { together: 'max', read: () => Number(isPhotoCheckDown()) },
      messages_refused_last_day: returned('refused'),
      messages_bounced_last_day: returned('bounced'),
    },
  });

  addLogins(app, deps);
  addOfficesApi(app, deps);
  addOfficeDetailApi(app, deps);
  const orders = releaseOrders(deps.secrets);
  addPlannerApi(app, deps, {
    orders,
    office,
    invited: (request, offering, typed) => mayAsk(deps, request, { offering, typed }),
  });
  addPlannerPages(app, office, {
    orders,
    foresee: (request) => foreseeMoves(office.db, request),
    foreseeRelease: simulateNext(office),
  });
  addRoomRulePages(app, office, { simulate: simulateRule(office) });
  addSitePages(app, deps);
  addManualPages(app, deps);
  addHelpPages(app, deps, office);
  addFindOfficePages(app, deps, {
    ownSeat: (request) => request.heldNow,
    whoMayBook: (request, offering) => eligibilityBox(deps, request, offering),
    mayLook: (request, offering) => mayLook(deps, request, offering),
    roomNews: roomNews(deps, rooms),
    pastReleases: pastReleases(deps),
  });
  addFeeds(app, deps, { orders, roomOver: (offeringId, now) => rooms.overOffering(offeringId, now) });
  addWaitingRoomPages(app, deps, { rooms, whoMayBook: (request, offering) => eligibilityBox(deps, request, offering) });
  addHoldsApi(app, deps, engine, gate);
  addDraws(app, deps, rooms);
  addQueueApi(app, deps, rooms, { refusal: (request, offering) => mayNotBook(deps, request, offering) });
  addEntriesApi(app, deps, rooms, {
    refusal: (request, offering) => mayNotBook(deps, request, offering),
    register: registerOverApi(deps, rooms),
  });
  addBookingsApi(app, deps);
  addRegistrationPages(app, deps, rooms);
  addAssignmentApi(app, deps);
  addOpened(app, deps, (accountId) => helpSubjects(deps.db, accountId));
  addCitizenBookingPages(app, deps, engine, {
    gate,
    ownWaiting: ownTickets(deps, rooms),
    alsoKept: allThatIsKept(deps),
  });
  addFindBooking(app, deps, { linkOf: ({ code }, now) => shortLinkPath(deps.secrets, { code, now }) });
  addAccountCases(app, deps, office);
  addSignals(app, deps, proof, office);
  addClearanceLinkPage(app, deps);
  addFrontDesk(app, office, desk, { messagesOf: messagesOfBooking });
  addDrawEntry(app, office, rooms);
  addLinkPages(app, deps, engine, gate);
  addOfficeAdmin(app, office);
  addImportPages(app, office);
  addReports(app, deps, office);
  addFairness(app, deps);
  addReleaseOverview(app, office, { drawPart: drawPart(office) });
  addDrawsAtDesk(app, office, rooms);
  if (deps.config.demo) addDemoPages(app, deps);
  return app;
}
