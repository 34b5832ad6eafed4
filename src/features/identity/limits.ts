import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { normalizeEmail } from './rules.ts';

/** A hook for a route: ends with 429 when too much was asked. */
export type Limit = (request: FastifyRequest) => Promise<void>;

export interface Limits {
  readonly login: Limit;
  readonly register: Limit;
  readonly reset: Limit;
  readonly prove: Limit;
}

const minutes = 60_000;

/** [requests, within]; by mailbox strictly, by network address widely: a library or a whole city may share one. */
const rules: Record<keyof Limits, { mailbox: [number, number]; address: [number, number] }> = {
  login: { mailbox: [60, 10 * minutes], address: [600, 10 * minutes] },
  // Over hours, because each registration of an address brings new codes to guess, and new e-mails to it.
  register: { mailbox: [6, 360 * minutes], address: [300, 60 * minutes] },
  reset: { mailbox: [6, 60 * minutes], address: [300, 60 * minutes] },
  prove: { mailbox: [60, 10 * minutes], address: [600, 10 * minutes] },
};

/** The limits of the routes in this scope; they let everything pass where limits are off. */
export async function createLimits(scope: FastifyInstance, deps: Deps): Promise<Limits> {
  await scope.register(rateLimit, { global: false, cache: 50_000 });
  const limit = (name: keyof Limits): Limit => {
    if (!deps.config.limits) return async () => undefined;
    const [perMailbox, mailboxWindow] = rules[name].mailbox;
    const [perAddress, addressWindow] = rules[name].address;
    const byMailbox = scope.createRateLimit({
      max: perMailbox,
      timeWindow: mailboxWindow,
      keyGenerator: (request) => deps.secrets.hash('caller', `mailbox ${mailboxOf(request)}`).toString('base64'),
    });
    const byAddress = scope.createRateLimit({ max: perAddress, timeWindow: addressWindow });
    return async (request) => {
      for (const check of mailboxOf(request) === undefined ? [byAddress] : [byAddress, byMailbox]) {
        const counted = await check(request);
        if (!counted.isAllowed && counted.isExceeded) throw tooMany(counted);
      }
    };
  };
  return { login: limit('login'), register: limit('register'), reset: limit('reset'), prove: limit('prove') };
}

function tooMany(counted: { max: number; ttlInSeconds: number }): HttpProblem {
  const seconds = String(counted.ttlInSeconds);
  return new HttpProblem(429, 'too-many-requests', {
    headers: {
      'retry-after': seconds,
      'ratelimit-limit': String(counted.max),
      'ratelimit-remaining': '0',
      'ratelimit-reset': seconds,
    },
  });
}

function mailboxOf(request: FastifyRequest): string | undefined {
  const body = request.body;
  const named = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined;
  return typeof named === 'string' ? normalizeEmail(named) : undefined;
}
