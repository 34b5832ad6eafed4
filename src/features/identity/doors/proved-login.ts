import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { goTo } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { afterwardsFor } from '../citizen/afterwards.ts';
import { withNext } from '../citizen/next-path.tsx';
import type { AfterLogin } from '../session/open-session.ts';
import { describeSession } from '../own-sessions/describe-session.ts';
import { createSession } from '../session/session.ts';
import { setSessionCookie } from '../session/session-hook.ts';
import { markArrival } from './arrival.ts';
import { type DoorOutcome, enterByDoor, type JoinAccounts } from './enter-by-door.ts';
import { readBoundIntent } from './intent.ts';

/** What a federation has proved of whoever comes back from it. Every check of its answer is done before. */
export interface ProvedLogin {
  readonly scheme: 'spid' | 'cie' | 'eidas';
  /** entityID or issuer */
  readonly provider: string;
  /** stable: the codice fiscale in capitals; for eIDAS the person identifier */
  readonly subject: string;
  readonly level: 1 | 2 | 3;
  readonly person: ProvedPerson;
}

export interface ProvedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
  /** without the prefix TINIT- */
  readonly codiceFiscale: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Ends a federated login: opens a fresh session (or links, or steps up, as `intent` says) and redirects. */
export type EndProvedLogin = (
  request: FastifyRequest,
  reply: FastifyReply,
  proved: ProvedLogin,
  begun: { intent: string | undefined },
) => Promise<FastifyReply>;

/**
 * Ends logins of any federation. An answer that comes by a cross-site POST brings none of our cookies: what belongs to
 * the browser is handed over by its next request (`arrival.ts`). `joinAccounts` passes on what other features keep for
 * an account; without it two accounts of one person stay apart.
 */
export function proveAndLogIn(
  deps: Deps,
  { afterLogin, joinAccounts }: { afterLogin: AfterLogin; joinAccounts?: JoinAccounts },
): EndProvedLogin {
  return async (request, reply, proved, begun) => {
    const intent = readBoundIntent(deps, begun.intent);
    const now = deps.clock.now();
    const entered = await transact(deps.db, async (tx) => {
      const outcome = await enterByDoor(tx, deps, { proved, intent, language: request.language, joinAccounts });
      if (!outcome.ok) return outcome;
      const { accountId } = outcome;
      const { scheme, level } = proved;
      const session = await createSession(tx, { accountId, now, secrets: deps.secrets, scheme, level });
      await describeSession(tx, deps, { request, token: session.token, accountId });
      await endEarlierSession(tx, intent.session);
      // By GET the browser's cookies came along, and what it holds is handed over at once.
      if (request.method === 'GET') await afterLogin(tx, { request, accountId });
      return { ...outcome, session };
    });
    if (!entered.ok) return goTo(reply, withNext(`/profile/doors?notice=${entered.reason}`, nextOf(intent.next)));
    const { accountId, session } = entered;
    request.server.sessions.forgetAccount(accountId);
    setSessionCookie(reply, deps, session);
    markArrival(reply, deps, { accountId, handOver: request.method !== 'GET' });
    return goTo(reply, await wayOn(request, entered, intent.next, session.token));
  };
}

/** The session that a link or a step up was asked in gives way to the new one. */
async function endEarlierSession(tx: Tx, hash: string | null): Promise<void> {
  if (hash === null) return;
  await tx.deleteFrom('session').where('token_hash', '=', Buffer.from(hash, 'base64url')).execute();
}

async function wayOn(
  request: FastifyRequest,
  { done }: DoorOutcome & { ok: true },
  next: string,
  token: string,
): Promise<string> {
  if (done === 'linked' || done === 'joined') return withNext(`/profile/doors?notice=${done}`, nextOf(next));
  const asked = nextOf(next);
  if (asked !== undefined) return asked;
  const viewer = await request.server.sessions.find(token);
  return viewer === null ? '/' : afterwardsFor(viewer);
}

function nextOf(next: string): string | undefined {
  return next === '/' ? undefined : next;
}
