import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mayDo } from '#features/identity/index.ts';
import { officeAt } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { countWaitingHelp } from './help.query.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** How many requests for help wait for the office of the page; undefined for whoever may not answer them. */
    helpAtOffice: number | undefined;
  }
}

/** Counts the requests for help before each page of an office, whichever feature shows it: the menu tells it. */
export function addHelpCount(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest('helpAtOffice', undefined);
  app.addHook('preHandler', async (request) => {
    request.helpAtOffice = await helpFor(deps, request);
  });
}

async function helpFor(deps: Deps, request: FastifyRequest): Promise<number | undefined> {
  const code = /^\/office\/([a-z0-9-]{1,80})\//.exec(request.url)?.[1];
  if (code === undefined || request.viewer === null) return undefined;
  const office = await officeAt(deps.db, code);
  if (office === undefined || !mayDo(request.viewer, office.id, 'answer-help')) return undefined;
  return countWaitingHelp(deps.db, office.id);
}
