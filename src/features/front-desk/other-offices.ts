import type { FastifyInstance, FastifyRequest } from 'fastify';
import { officesServedBy } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { LocalText } from '#platform/language.ts';
import { myOffices } from './my-offices.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The offices of whoever works at several, on every page of an office: the header switches between them. */
    otherOffices: readonly { readonly href: string; readonly name: LocalText; readonly current: boolean }[] | undefined;
  }
}

/** Looks up the other offices of an operator who has several; for everybody else nothing is asked. */
export function addOtherOffices(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest('otherOffices', undefined);
  app.addHook('preHandler', async (request) => {
    request.otherOffices = await othersFor(deps, request);
  });
}

async function othersFor(deps: Deps, request: FastifyRequest): Promise<FastifyRequest['otherOffices']> {
  const { viewer } = request;
  if (viewer === null || !/^\/office(\/|\?|$)/.test(request.url) || officesServedBy(viewer).length < 2)
    return undefined;
  const links = await myOffices(deps.db, viewer);
  return links.map(({ office, href }) => ({
    href,
    name: office.name,
    current: request.url.startsWith(`/office/${office.code}/`),
  }));
}
