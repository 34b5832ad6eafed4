import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { csrfCookie } from '#platform/http/csrf.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';
import type { HoldOwner } from './hold-owner.ts';

const cookieName = 'turno_hold';

/** The browser's secret that came with the request: a cookie of the site's pages, or a header of an API client. */
export function browserOf(request: FastifyRequest): string | undefined {
  const header = request.headers['hold-secret'];
  const secret = typeof header === 'string' && header !== '' ? header : request.cookies[cookieName];
  return secret !== undefined && /^[\w-]{20,100}$/.test(secret) ? secret : undefined;
}

/** Whose holds this request may see and change; undefined when it can have none. */
export function holdOwner(request: FastifyRequest): HoldOwner | undefined {
  const browser = browserOf(request);
  if (request.viewer) return { kind: 'account', accountId: request.viewer.accountId, browser };
  return browser === undefined ? undefined : { kind: 'browser', browser };
}

/**
 * The owner of a hold about to be made; a browser without a secret is given one.
 * With an idempotency key the secret follows from the request, so that the same request is the same browser; with the
 * secret of the site's forms it follows from that, so that the very first click, pressed twice, is one browser's.
 */
export function newHoldOwner(request: FastifyRequest, reply: FastifyReply, deps: Deps): HoldOwner {
  const known = holdOwner(request);
  if (known) return known;
  const key = request.headers['idempotency-key'];
  const forms = request.cookies[csrfCookie];
  const browser =
    typeof key === 'string'
      ? deps.secrets
          .hash('hold', `first ${key} ${request.ip} ${request.headers['user-agent'] ?? ''}`)
          .toString('base64url')
      : forms !== undefined && forms.length >= 16
        ? deps.secrets.hash('hold', `first form ${forms}`).toString('base64url')
        : randomBytes(32).toString('base64url');
  void reply.setCookie(cookieName, browser, {
    ...siteCookie(deps),
    maxAge: 3600,
  });
  return { kind: 'browser', browser };
}

/** Whoever uses this browser next has no part in what was held before. */
export function forgetBrowser(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, { path: '/' });
}

/**
 * The account that a hold about to be made is counted for; null for everybody who could be anybody. An account whose
 * address is not proved is made by the hundred, so its holds count as those before login do.
 */
export function holdAccount(request: FastifyRequest): number | null {
  return request.viewer?.emailVerified ? request.viewer.accountId : null;
}
