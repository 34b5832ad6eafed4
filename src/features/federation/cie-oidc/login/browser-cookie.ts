import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';

const cookieName = 'turno_cie';
const shape = /^[\w-]{43}$/;
/** As long as a login lasts: it also finds what is to be revoked at its end. */
const goodFor = Temporal.Duration.from({ hours: 12 });

/**
 * Tells the browser that left for the provider from any other. Its answer is a link followed from another site, with
 * which a Lax cookie comes along.
 */
export function markBrowser(request: FastifyRequest, reply: FastifyReply, deps: Deps): Buffer {
  const mark = markOf(request) ?? randomBytes(32).toString('base64url');
  void reply.setCookie(cookieName, mark, { ...siteCookie(deps), maxAge: goodFor.total('seconds') });
  return browserKey(deps, mark);
}

export function markedBrowser(request: FastifyRequest, deps: Deps): Buffer | undefined {
  const mark = markOf(request);
  return mark === undefined ? undefined : browserKey(deps, mark);
}

export function forgetMark(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, { path: '/' });
}

function markOf(request: FastifyRequest): string | undefined {
  const mark = request.cookies[cookieName];
  return mark !== undefined && shape.test(mark) ? mark : undefined;
}

function browserKey({ secrets }: Deps, mark: string): Buffer {
  return secrets.hash('federation', `cie ${mark}`);
}
