import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { Language } from '#platform/language.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm } from '#ui/fields/form.tsx';
import { checkLogin, type LoginAnswer } from '../check-login.ts';
import { fieldMessages, loginNameField, passwordField } from '../fields.ts';
import { issueProof } from '../issue-proof.ts';
import { knownDevice, rememberDevice } from '../session/known-device.ts';
import type { Limits } from '../limits.ts';
import { type AfterLogin, endSession, logBrowserIn } from '../session/open-session.ts';
import { lockEnd } from '../password/own-password.text.ts';
import { clearSessionCookie } from '../session/session-hook.ts';
import { forgetTypedPerson } from '../account/typed-person-cookie.ts';
import { forgetTypedEmail, typedEmail } from '../typed-email-cookie.ts';
import { afterwardsFor } from './afterwards.ts';
import { loginTexts } from './login.text.ts';
import { LoginView } from './login.view.tsx';
import { nextIn, nextOf, withNext } from './next-path.tsx';

const loginForm = z.object({ email: loginNameField, password: passwordField, next: z.string().optional() });
const noticeQuery = z.object({ notice: z.enum(['proved', 'reset', 'out']) });

/** From here on the way to a new password is said, not only shown. */
const severalMistakes = 3;

/** `/login` and `/logout`. */
export function addLoginPages(
  app: FastifyInstance,
  deps: Deps,
  limits: Limits,
  { afterLogin, afterLogout }: { afterLogin: AfterLogin; afterLogout: ((reply: FastifyReply) => void) | undefined },
): void {
  app.get('/login', (request, reply) => {
    const next = nextOf(request.query);
    if (request.viewer !== null) return goTo(reply, next ?? afterwardsFor(request.viewer));
    const notice = noticeQuery.safeParse(request.query).data?.notice;
    // After a new password was chosen the address is known: only the password is left to type.
    const email = notice === 'reset' ? typedEmail(request, deps) : undefined;
    const form = freshForm(request.language, email === undefined ? {} : { email });
    return page(reply, <LoginView context={reply.pageContext()} form={form} next={next} notice={notice} />);
  });

  app.post('/login', { preHandler: limits.login }, async (request, reply) => {
    const { language } = request;
    const form = readForm(request, loginForm, fieldMessages(language));
    const next = nextIn(form.values);
    if (!form.ok) {
      const context = reply.pageContext();
      return page(reply.code(form.status), <LoginView context={context} form={{ language, ...form }} next={next} />);
    }
    const answer = await checkLogin(deps, { ...form.value, device: knownDevice(request, deps) });
    if (answer.ok) return enter(request, reply, answer, next);
    if (answer.reason === 'wrong-credentials') await sleep(answer.delay);
    const until = answer.reason === 'account-locked' ? answer.until : answer.lockedUntil;
    const again = answer.reason === 'wrong-credentials' && answer.failures >= severalMistakes;
    const words =
      again && until === null ? loginTexts.for(language)('wrongAgain') : refusal(answer.reason, until, language);
    const errors = [fieldError('', answer.reason, language, words)];
    const status = answer.reason === 'account-locked' ? 423 : 422;
    const shown = { language, values: form.values, errors };
    const context = reply.pageContext();
    return page(reply.code(status), <LoginView context={context} form={shown} next={next} lockedUntil={until} />);
  });

  app.post('/logout', async (request, reply) => {
    const form = readForm(request, z.object({}));
    // The page with the button was too old: nothing was ended, and the same button stands on the next page.
    if (!form.ok) return goTo(reply, '/profile');
    await endSession(deps, request);
    clearSessionCookie(reply);
    forgetTypedPerson(reply);
    afterLogout?.(reply);
    return goTo(reply, '/login?notice=out');
  });

  async function enter(
    request: FastifyRequest,
    reply: FastifyReply,
    { accountId, emailVerified, mustChangePassword }: LoginAnswer & { ok: true },
    next: string | undefined,
  ) {
    const token = await logBrowserIn(deps, { request, reply, accountId, afterLogin });
    rememberDevice(request, reply, deps, accountId);
    forgetTypedEmail(reply);
    if (!emailVerified) {
      const now = deps.clock.now();
      // Too soon or too many: the page offers to send another code, and says why it cannot.
      await transact(deps.db, (tx) => issueProof(tx, { accountId, purpose: 'verify-email', now }));
      return goTo(reply, withNext('/verify-email', next));
    }
    if (mustChangePassword) return goTo(reply, withNext('/profile/password', next));
    const viewer = await app.sessions.find(token);
    return goTo(reply, next ?? (viewer === null ? '/' : afterwardsFor(viewer)));
  }
}

function refusal(
  reason: 'wrong-credentials' | 'account-locked',
  until: Temporal.Instant | null,
  language: Language,
): string {
  const t = loginTexts.for(language);
  if (until === null) return t('wrong');
  const when = lockEnd(until, language);
  return reason === 'account-locked' ? t('locked', when) : t('wrongLocked', when);
}
