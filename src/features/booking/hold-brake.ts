import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { HoldOutcome } from './hold.ts';
import { holdAccount } from './hold-cookie.ts';

/** Seats that one network address may hold before login within ten minutes, the time for which a seat is held. */
export const mostBeforeLogin = 60;
const within = Temporal.Duration.from({ minutes: 10 });
const mostAddresses = 50_000;

/** Takes a seat for a request, or answers that it must log in first. */
export type HoldBrake = (request: FastifyRequest, take: () => Promise<HoldOutcome>) => Promise<HoldOutcome>;

/**
 * Keeps one program from holding the last free seats of every day at once. Beyond the limit nobody is turned away: they
 * are asked to log in first, so that a library or a ship behind one address goes on booking.
 */
export function holdBrake(deps: Pick<Deps, 'config' | 'clock'>): HoldBrake {
  let since = deps.clock.now();
  let counts = new Map<string, number>();
  return async (request, take) => {
    if (!deps.config.limits || holdAccount(request) !== null || isOwn(request.ip)) return take();
    const now = deps.clock.now();
    if (Temporal.Instant.compare(since.add(within), now) <= 0 || counts.size >= mostAddresses) {
      since = now;
      counts = new Map();
    }
    const address = addressOf(request.ip);
    const taken = counts.get(address) ?? 0;
    if (taken >= mostBeforeLogin) return { ok: false, reason: 'login-required' };
    // Counted before it is decided: a hundred sent at once are a hundred.
    counts.set(address, taken + 1);
    return take();
  };
}

// Requests through a proxy of this machine that is not named in the settings: they may be everybody's.
function isOwn(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\./.test(ip);
}

/** Of an IPv6 address the network, since one customer has all of it. */
function addressOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail.split(':').filter(Boolean);
  const zeros = ip.includes('::') ? Array<string>(8 - first.length - last.length).fill('0') : [];
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
