import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';
import { requireCsrf } from '../guards.ts';
import { isClick, noteClick } from '../own-sessions/click.ts';
import { addKeptWork } from '../own-sessions/kept-work-hook.ts';
import { createSessionCache, type SessionCache } from './session-cache.ts';

declare module 'fastify' {
  interface FastifyInstance {
    sessions: SessionCache;
  }
  interface FastifyContextConfig {
    /** Nobody is asked who makes the request: the answer is the same for whoever has the address, and costs no look-up. */
    anyone?: boolean;
  }
}

const cookieName = 'turno_session';

/**
 * Tells every request who makes it, and keeps the API's writes from other sites' pages. `office` has the connections that
 * those who work are looked up by.
 */
export function addSessions(app: FastifyInstance, deps: Deps, office: Deps = deps): void {
  app.decorate('sessions', createSessionCache(deps, office));
  app.decorateRequest('viewer', null);
  app.decorateRequest('bearer', false);
  app.decorateRequest('idle', null);
  app.decorateRequest('ended', null);
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/assets/') || request.routeOptions.config.anyone === true) return;
    // Whoever sends an Authorization header is that or nobody: falling back to the cookie would let a page of another
    // site escape the CSRF check.
    request.bearer = request.headers.authorization !== undefined;
    const token = sessionToken(request);
    if (token === undefined) return;
    const atDesk = request.routeOptions.config?.load === 'desk';
    const { viewer, idle, ended } = await app.sessions.look(token, { atDesk });
    request.viewer = viewer;
    request.idle = idle;
    request.ended = ended;
    if (viewer !== null && isClick(request)) await noteClick(atDesk ? office : deps, { token, idle });
  });
  addKeptWork(app, deps);
  // Answers made for somebody are theirs alone: no cache in between keeps them.
  app.addHook('onSend', async (request, reply) => {
    if (request.viewer !== null && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  app.addHook('preHandler', async (request) => {
    if (request.url.startsWith('/api/')) requireCsrf(request);
  });
}

/** The token that came with the request, good or not. */
export function sessionToken(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) return request.cookies[cookieName];
  return /^Bearer +([\w-]+)$/i.exec(authorization)?.[1];
}

/** Gives the browser its session. */
export function setSessionCookie(
  reply: FastifyReply,
  deps: Deps,
  session: { token: string; expiresAt: Temporal.Instant },
): void {
  void reply.setCookie(cookieName, session.token, {
    ...siteCookie(deps),
    expires: new Date(session.expiresAt.epochMilliseconds),
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, { path: '/' });
}
