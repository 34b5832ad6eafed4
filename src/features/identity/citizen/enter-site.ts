import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { goTo } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { issueProof } from '../issue-proof.ts';
import { keptWorkOf } from '../own-sessions/kept-work.ts';
import { rememberDevice } from '../session/known-device.ts';
import { type AfterLogin, logBrowserIn } from '../session/open-session.ts';
import { forgetTypedEmail } from '../typed-email-cookie.ts';
import { afterwardsFor } from './afterwards.ts';
import { withNext } from './next-path.tsx';

/**
 * Logs somebody in whose password, and second factor where there is one, was right, and leads on: to what they must do
 * first, to work they had left half done, to where they were going.
 */
export async function enterSite(
  app: FastifyInstance,
  deps: Deps,
  login: {
    request: FastifyRequest;
    reply: FastifyReply;
    accountId: number;
    afterLogin: AfterLogin;
    next: string | undefined;
    level?: 1 | 2;
  },
): Promise<FastifyReply> {
  const { request, reply, accountId, next } = login;
  const token = await logBrowserIn(deps, login);
  rememberDevice(request, reply, deps, accountId);
  forgetTypedEmail(reply);
  const viewer = await app.sessions.find(token);
  if (viewer === null) return goTo(reply, next ?? '/');
  const now = deps.clock.now();
  if (!viewer.emailVerified) {
    // Too soon or too many: the page offers to send another code, and says why it cannot.
    await transact(deps.db, (tx) => issueProof(tx, { accountId, purpose: 'verify-email', now }));
    return goTo(reply, withNext('/verify-email', next));
  }
  if (viewer.mustChangePassword) return goTo(reply, withNext('/profile/password', next));
  if (viewer.passwordEnd?.over) return goTo(reply, withNext('/profile/doors', next));
  const going = next ?? afterwardsFor(viewer);
  // On every login until it is there: the page says how long it may wait, and leads on.
  if (viewer.secondFactor !== null) return goTo(reply, withNext('/profile/second-factor', going));
  const hasWork = viewer.roles.length > 0 && (await keptWorkOf(deps.db, { accountId, now })).length > 0;
  return goTo(reply, hasWork ? withNext('/profile/kept-work', going) : going);
}
