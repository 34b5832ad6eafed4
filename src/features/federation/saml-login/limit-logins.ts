import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { csrfCookie } from '#platform/http/csrf.ts';
import { networkOf } from '#platform/http/network-of.ts';
import { countRequest, tooManyRequests } from '#platform/http/request-count.ts';

const seconds = 600;

/** Each login that begins is a row: a program that begins many is slowed down, a hall full of people is not. */
export function limitLogins(deps: Deps): (request: FastifyRequest) => Promise<void> {
  if (!deps.config.limits) return async () => undefined;
  return async (request) => {
    const browser = request.cookies[csrfCookie] ?? '';
    const network = networkOf(request.ip);
    const allowances = [
      ...(browser === '' ? [] : [{ who: `federation browser ${browser}`, most: 60, seconds }]),
      ...(network === undefined ? [] : [{ who: `federation ${network}`, most: 3000, seconds }]),
    ];
    const counted = await countRequest(deps.db, deps.secrets, { allowances, now: deps.clock.now() });
    if (!counted.ok) throw tooManyRequests(counted);
  };
}
