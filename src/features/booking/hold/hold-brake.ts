import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { networkOf } from '#platform/http/network-of.ts';
import { tooManyRequests } from '#platform/http/request-count.ts';
import { browserOf, holdAccount } from './hold-cookie.ts';

/** Ten minutes, the time for which a seat is held. */
const within = Temporal.Duration.from({ minutes: 10 });
const mostKept = 100_000;

/** Seats asked for within ten minutes: by an account, before login by a browser, and by all behind one network address. */
export const mostSeats = { account: 120, browser: 30, network: 600 } as const;

/** Takes a seat for a request, or answers that it must log in first. */
export type HoldBrake = <Answer>(
  request: FastifyRequest,
  take: () => Promise<Answer>,
) => Promise<Answer | { ok: false; reason: 'login-required' }>;

/**
 * Keeps one program from asking for seat after seat. Who is logged in is slowed; before login nobody is turned away: they
 * are asked to log in first, so that a library, a ship or a whole town behind one address goes on booking. Counted in the
 * memory of each process, since only its load is spared; that seats stay for others is the seat engine's rule.
 */
export function holdBrake(deps: Pick<Deps, 'config' | 'clock'>): HoldBrake {
  let since = deps.clock.now();
  let counts = new Map<string, number>();
  return async (request, take) => {
    if (!deps.config.limits) return take();
    const now = deps.clock.now();
    if (Temporal.Instant.compare(since.add(within), now) <= 0 || counts.size >= mostKept) {
      since = now;
      counts = new Map();
    }
    const account = holdAccount(request);
    if (account !== null) {
      if (isBeyond(`account ${account}`, mostSeats.account)) {
        const retryAfter = since.add(within).since(now).total('seconds');
        throw tooManyRequests({ most: mostSeats.account, retryAfter });
      }
      return take();
    }
    const browser = browserOf(request);
    const network = networkOf(request.ip);
    const browserIsBeyond = browser !== undefined && isBeyond(`browser ${browser}`, mostSeats.browser);
    const networkIsBeyond = network !== undefined && isBeyond(`network ${network}`, mostSeats.network);
    return browserIsBeyond || networkIsBeyond ? { ok: false, reason: 'login-required' } : take();
  };

  // Counted before it is decided: a hundred sent at once are a hundred.
  function isBeyond(who: string, most: number): boolean {
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    return count > most;
  }
}
