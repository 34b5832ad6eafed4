import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { createSession, deleteSession } from './session.ts';
import { sessionToken, setSessionCookie } from './session-hook.ts';

/** What other features do for somebody who has just logged in, in the transaction that opens the session. */
export type AfterLogin = (tx: Tx, login: { request: FastifyRequest; accountId: number }) => Promise<void>;

export interface LoginRequest {
  readonly request: FastifyRequest;
  readonly accountId: number;
  readonly afterLogin: AfterLogin;
}

/** Opens a session and hands over what the browser held before it. */
export async function openSession(
  tx: Tx,
  deps: Deps,
  { request, accountId, afterLogin }: LoginRequest,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const session = await createSession(tx, { accountId, now: deps.clock.now(), secrets: deps.secrets });
  await afterLogin(tx, { request, accountId });
  return session;
}

/** The same for a browser: the session goes into its cookie, and the one it had before ends. Answers with the token. */
export async function logBrowserIn(deps: Deps, login: LoginRequest & { reply: FastifyReply }): Promise<string> {
  const session = await transact(deps.db, async (tx) => ({
    ok: true as const,
    ...(await openSession(tx, deps, login)),
  }));
  await endSession(deps, login.request);
  setSessionCookie(login.reply, deps, session);
  return session.token;
}

/** Ends the session that came with the request, if any. */
export async function endSession(deps: Deps, request: FastifyRequest): Promise<void> {
  const token = sessionToken(request);
  if (token === undefined) return;
  await deleteSession(deps.db, { token, secrets: deps.secrets });
  request.server.sessions.forget(token);
}
