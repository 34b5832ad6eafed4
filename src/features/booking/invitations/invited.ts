import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Offering } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { networkOf } from '#platform/http/network-of.ts';
import { countRequest, tooManyRequests } from '#platform/http/request-count.ts';
import { siteCookie } from '#platform/http/site-cookie.ts';
import { findInvitation } from './invitation.query.ts';
import { invitationKey } from './invitation-code.ts';

const cookieName = 'turno_invitation';
const twoHours = 7200;

/** Wrong codes from one network in an hour: there are some 6·10¹¹ codes. */
const guesses = { most: 60, seconds: 3600 };

/** Looks a typed code up, and counts the try. @throws 429 after too many */
export async function tryCode(deps: Deps, request: FastifyRequest, wish: { typed: string; offeringId: number }) {
  const { db, secrets, clock, config } = deps;
  const now = clock.now();
  if (config.limits) {
    const network = networkOf(request.ip);
    const allowances = network === undefined ? [] : [{ who: `invitation ${network}`, ...guesses }];
    const counted = await countRequest(db, secrets, { allowances, now });
    if (!counted.ok) throw tooManyRequests(counted);
  }
  return findInvitation(db, { codeKey: invitationKey(secrets, wish.typed), offeringId: wish.offeringId, now });
}

/** Remembers in the browser that a good code was typed. */
export function rememberInvitation(deps: Deps, reply: FastifyReply, to: { id: number; offeringId: number }): void {
  const value = deps.secrets.sign('invitation', `${to.offeringId}.${to.id}`);
  void reply.setCookie(cookieName, value, { ...siteCookie(deps), maxAge: twoHours });
}

/** The invitation this browser came with for an offering; whether it is still good is asked when a seat is held. */
export function invitationOf(
  deps: Pick<Deps, 'secrets'>,
  request: FastifyRequest,
  offeringId: number,
): number | undefined {
  const cookie = request.cookies[cookieName];
  const text = cookie === undefined ? undefined : deps.secrets.verify('invitation', cookie);
  const [offering, id] = text?.split('.').map(Number) ?? [];
  return offering === offeringId ? id : undefined;
}

/** The invitation that a wish for a seat comes with: by the code that was sent along, or by the browser's cookie. */
export async function wishedInvitation(
  deps: Deps,
  request: FastifyRequest,
  { offering, typed }: { offering: Offering; typed?: string | undefined },
): Promise<number | undefined> {
  if (!offering.inviteOnly) return undefined;
  if (typed === undefined) return invitationOf(deps, request, offering.id);
  const found = await tryCode(deps, request, { typed, offeringId: offering.id });
  // No invitation has this number: one was named, but it is none that is good.
  return found.ok ? found.id : 0;
}

/** Whether this reader may see the times of an offering: all do, but for one that is by invitation. */
export function mayLook(deps: Pick<Deps, 'secrets'>, request: FastifyRequest, offering: Offering): boolean {
  return !offering.inviteOnly || invitationOf(deps, request, offering.id) !== undefined;
}

/** The same of the API, which may send a code along. */
export async function mayAsk(
  deps: Deps,
  request: FastifyRequest,
  { offering, typed }: { offering: Offering; typed: string | undefined },
): Promise<boolean> {
  if (typed === undefined) return mayLook(deps, request, offering);
  return (await tryCode(deps, request, { typed, offeringId: offering.id })).ok;
}
