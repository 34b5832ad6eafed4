import CSRF from '@fastify/csrf';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { tokenPlace } from './prepared-pages.ts';
import { siteCookie } from './site-cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether a write came from a page of ours. Forms ask it through `readForm`. */
    csrfValid: boolean;
  }
  interface FastifyReply {
    /** The token for the forms of this page; the same all through one answer. */
    csrfToken(): string;
  }
}

export const csrfCookie = 'turno_csrf';
const tokens = CSRF();

/** Double-submit token: a secret in a cookie, a token made from it in the form or in the header `x-csrf-token`. */
export function addCsrf(app: FastifyInstance, deps: Pick<Deps, 'config'>): void {
  const made = new WeakMap<FastifyReply, string>();
  app.decorateRequest('csrfValid', false);
  app.decorateReply('csrfToken', function csrfToken(this: FastifyReply) {
    if (this.request.share) return tokenPlace;
    const known = made.get(this);
    if (known !== undefined) return known;
    let secret = this.request.cookies[csrfCookie] ?? '';
    if (secret === '') {
      secret = tokens.secretSync();
      void this.setCookie(csrfCookie, secret, siteCookie(deps));
    }
    const token = tokens.create(secret);
    made.set(this, token);
    return token;
  });
  app.addHook('preHandler', async (request) => {
    request.csrfValid = isValid(request);
  });
}

/** Not one of the site's cookies came along: the browser refuses them, or has just forgotten them all. */
export function sentNoCookie({ cookies }: FastifyRequest): boolean {
  return !Object.keys(cookies).some((name) => name.startsWith('turno_'));
}

/** Whether a token is one of this browser's forms: for a form that is read part by part, as one with files. */
export function isOwnToken(request: FastifyRequest, token: string): boolean {
  const secret = request.cookies[csrfCookie];
  return secret !== undefined && secret !== '' && tokens.verify(secret, token);
}

function isValid(request: FastifyRequest): boolean {
  const token = tokenOf(request);
  return token !== undefined && isOwnToken(request, token);
}

function tokenOf(request: FastifyRequest): string | undefined {
  const header = request.headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const body = request.body;
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined;
  return typeof body._csrf === 'string' ? body._csrf : undefined;
}
