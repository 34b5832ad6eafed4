import type { FastifyInstance, FastifyRequest } from 'fastify';
import { queueSize, toDoCounts } from '#features/booking/index.ts';
import { mayDo } from '#features/identity/index.ts';
import { officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** How much waits for the office of the page; undefined elsewhere and for whoever may not see bookings. */
    waitingAtOffice: number | undefined;
    /** How many requests it has to examine; undefined as above. */
    toExamineAtOffice: number | undefined;
  }
}

/** Counts what waits for an office before each of its pages, whichever feature shows it: the menu tells it. */
export function addWaitingCount(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest('waitingAtOffice', undefined);
  app.decorateRequest('toExamineAtOffice', undefined);
  app.addHook('preHandler', async (request) => {
    const waiting = await waitingFor(deps, request);
    request.waitingAtOffice = waiting?.toDo;
    request.toExamineAtOffice = waiting?.toExamine;
  });
}

async function waitingFor(
  deps: Deps,
  request: FastifyRequest,
): Promise<{ toDo: number; toExamine: number } | undefined> {
  const code = /^\/office\/([a-z0-9-]{1,80})\//.exec(request.url)?.[1];
  if (code === undefined || request.viewer === null) return undefined;
  const office = await officeAt(deps.db, code);
  if (office === undefined || !mayDo(request.viewer, office.id, 'see-booking')) return undefined;
  const at = { officeId: office.id, now: deps.clock.now() };
  const [counts, toExamine] = await Promise.all([toDoCounts(deps.db, at), queueSize(deps.db, at)]);
  return { toDo: counts.requests + counts.toSettle + counts.undelivered + counts.awaiting, toExamine };
}
