import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { csrfCookie } from '#platform/http/csrf.ts';
import { networkOf } from '#platform/http/network-of.ts';
import { type Allowance, countRequest, tooManyRequests } from '#platform/http/request-count.ts';
import { knownDevice } from './session/known-device.ts';
import { normalizeEmail } from './rules.ts';

/** A hook for a route: ends with 429 when too much was asked. */
export type Limit = (request: FastifyRequest) => Promise<void>;

export interface Limits {
  readonly login: Limit;
  readonly register: Limit;
  readonly reset: Limit;
  readonly prove: Limit;
  readonly change: Limit;
}

type Rule = readonly [requests: number, seconds: number];

const tenMinutes = 600;
const hour = 3600;

/**
 * By mailbox and by browser or account strictly enough to slow a program down. By network so widely that a hall full of
 * people behind one address, registering and logging in one after the other, never meets it.
 */
const rules: Record<keyof Limits, { mailbox: Rule; caller: Rule; network: Rule }> = {
  login: { mailbox: [60, tenMinutes], caller: [60, tenMinutes], network: [3000, tenMinutes] },
  // Over hours, because each registration of an address brings new codes to guess, and new e-mails to it.
  register: { mailbox: [6, 6 * hour], caller: [30, hour], network: [1500, hour] },
  reset: { mailbox: [6, hour], caller: [30, hour], network: [1500, hour] },
  prove: { mailbox: [60, tenMinutes], caller: [60, tenMinutes], network: [3000, tenMinutes] },
  change: { mailbox: [10, hour], caller: [20, hour], network: [1500, hour] },
};

/** The limits of the routes of accounts, counted by all processes together; they let everything pass where they are off. */
export function createLimits(deps: Deps): Limits {
  const limit = (name: keyof Limits): Limit => {
    if (!deps.config.limits) return async () => undefined;
    return async (request) => {
      const allowances = whoAsks(request, name);
      const counted = await countRequest(deps.db, deps.secrets, { allowances, now: deps.clock.now() });
      if (!counted.ok) throw tooManyRequests(counted);
    };
  };
  return {
    login: limit('login'),
    register: limit('register'),
    reset: limit('reset'),
    prove: limit('prove'),
    change: limit('change'),
  };

  function whoAsks(request: FastifyRequest, name: keyof Limits): Allowance[] {
    const { mailbox, caller, network } = rules[name];
    const allow = (who: string | undefined, [most, seconds]: Rule): Allowance[] =>
      who === undefined ? [] : [{ who: `${name} ${who}`, most, seconds }];
    return [
      ...allow(mailboxOf(request, name), mailbox),
      ...allow(callerOf(request), caller),
      ...allow(networkOf(request.ip), network),
    ];
  }

  /** Strangers cannot use up the logins of a browser that has been in the account before. */
  function mailboxOf(request: FastifyRequest, name: keyof Limits): string | undefined {
    const body = request.body;
    const named = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined;
    if (typeof named !== 'string') return undefined;
    const device = name === 'login' ? (knownDevice(request, deps)?.mark ?? '') : '';
    return `mailbox ${normalizeEmail(named)} ${device}`;
  }
}

function callerOf(request: FastifyRequest): string | undefined {
  if (request.viewer !== null) return `account ${request.viewer.accountId}`;
  const browser = request.cookies[csrfCookie];
  return browser === undefined || browser === '' ? undefined : `browser ${browser}`;
}
