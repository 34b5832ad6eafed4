import type { FastifyRequest } from 'fastify';

/** Whoever sends one of these is somebody: an API client's seat goes by a header of its own. */
const personal = ['authorization', 'hold-secret'];
/** Cookies that change nothing on a page that is shared. */
const neutral = ['turno_csrf', 'turno_lang', 'turno_device'];

/** Neither logged in nor holding a seat: the site owes such a reader nothing of their own. */
export function isNobody({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  if (personal.some((name) => headers[name] !== undefined)) return false;
  if (headers.cookie === undefined) return true;
  return headers.cookie.split(';').every((pair) => {
    const name = pair.slice(0, pair.indexOf('=')).trim();
    return !name.startsWith('turno_') || neutral.includes(name);
  });
}
