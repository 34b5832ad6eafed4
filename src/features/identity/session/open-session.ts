import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { describeSession } from '../own-sessions/describe-session.ts';
import { isSharedComputer, noteSharedComputer } from '../own-sessions/shared-computer.ts';
import { createSession, deleteSession } from './session.ts';
import { sessionToken, setSessionCookie } from './session-hook.ts';

/** What other features do for somebody who has just logged in, in the transaction that opens the session. */
export type AfterLogin = (tx: Tx, login: { request: FastifyRequest; accountId: number }) => Promise<void>;

export interface LoginRequest {
  readonly request: FastifyRequest;
  readonly accountId: number;
  readonly afterLogin: AfterLogin;
  /** 2 when a second factor was proved too */
  readonly level?: 1 | 2;
}

/** Opens a session and hands over what the browser held before it. */
export async function openSession(
  tx: Tx,
  deps: Deps,
  { request, accountId, afterLogin, level = 1 }: LoginRequest,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const session = await createSession(tx, { accountId, now: deps.clock.now(), secrets: deps.secrets, level });
  await afterLogin(tx, { request, accountId });
  return session;
}

/** The same for a browser: the session goes into its cookie, and the one it had before ends. Answers with the token. */
export async function logBrowserIn(deps: Deps, login: LoginRequest & { reply: FastifyReply }): Promise<string> {
  const { request, accountId } = login;
  const shared = isSharedComputer(request, deps, accountId);
  const session = await transact(deps.db, async (tx) => {
    const opened = await openSession(tx, deps, login);
    await describeSession(tx, deps, { request, token: opened.token, accountId, shared });
    return { ok: true as const, ...opened };
  });
  if (shared) noteSharedComputer(login.reply, deps, true);
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
