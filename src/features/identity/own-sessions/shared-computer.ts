import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';
import { knownDevice } from '../session/known-device.ts';

const cookieName = 'turno_shared';
const year = 365 * 24 * 60 * 60;

/** Whether others use this computer too: somebody said so, or somebody else logged in here last. */
export function isSharedComputer(request: FastifyRequest, deps: Deps, accountId: number): boolean {
  const said = request.cookies[cookieName];
  if (said !== undefined) return said === 'yes';
  const last = knownDevice(request, deps)?.accountId;
  return last !== undefined && last !== accountId;
}

/** Remembers it of the computer, whoever logs in there. */
export function noteSharedComputer(reply: FastifyReply, deps: Deps, shared: boolean): void {
  void reply.setCookie(cookieName, shared ? 'yes' : 'no', { ...siteCookie(deps), maxAge: year });
}
