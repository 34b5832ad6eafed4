import type { FastifyInstance, FastifyRequest } from 'fastify';
import { countCases } from '#features/account-cases/index.ts';
import { countAsked, photosToLookAt, queueSize, toDoCounts } from '#features/booking/index.ts';
import { countCertifiedToDo } from '#features/front-desk/index.ts';
import { countWaitingHelp } from '#features/help/index.ts';
import { isNetworkAdmin, mayDo, type OfficeTask } from '#features/identity/index.ts';
import { officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { PageContext } from '#ui/frame/page-context.ts';

/** How much of each kind waits for an office; undefined for what the viewer may not do there. */
type OfficeCounts = Pick<PageContext, 'toDo' | 'toExamine' | 'photos' | 'clearanceRequests' | 'help' | 'cases'>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the office whose page this is; empty elsewhere. */
    officeCounts: OfficeCounts;
  }
}

/** Counts what waits for an office before each of its pages, whichever feature shows it: the menu tells it. */
export function addOfficeCounts(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest('officeCounts');
  app.addHook('preHandler', async (request) => {
    request.officeCounts = await countsFor(deps, request);
  });
}

async function countsFor({ db, clock }: Deps, { url, viewer }: FastifyRequest): Promise<OfficeCounts> {
  const code = /^\/office\/([a-z0-9-]{1,80})\//.exec(url)?.[1];
  if (code === undefined || viewer === null) return {};
  const office = await officeAt(db, code);
  if (office === undefined) return {};
  const at = { officeId: office.id, now: clock.now() };
  const countFor = async (task: OfficeTask, count: () => Promise<number>): Promise<number | undefined> =>
    mayDo(viewer, office.id, task) ? count() : undefined;
  const [toDo, toExamine, photos, clearanceRequests, help, cases] = await Promise.all([
    countFor('see-booking', async () => {
      const [counts, certified] = await Promise.all([toDoCounts(db, at), countCertifiedToDo(db, office.id)]);
      return counts.requests + counts.toSettle + counts.undelivered + counts.awaiting + certified;
    }),
    countFor('see-booking', () => queueSize(db, at)),
    mayDo(viewer, office.id, 'see-booking') ? photosToLookAt(db, at) : undefined,
    mayDo(viewer, office.id, 'see-booking') ? countAsked(db, office.id) : undefined,
    countFor('answer-help', () => countWaitingHelp(db, office.id)),
    countFor('look-after-accounts', () => countCases(db, { officeId: office.id, network: isNetworkAdmin(viewer) })),
  ]);
  return { toDo, toExamine, photos, clearanceRequests, help, cases };
}
