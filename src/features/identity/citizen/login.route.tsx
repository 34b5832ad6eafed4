import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { Language } from '#platform/language.ts';
import { queryText } from '#platform/http/query.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { checkLogin } from '../check-login.ts';
import type { Doors } from '../doors/door.ts';
import { signIntent } from '../doors/intent.ts';
import { levelOf } from '../doors/level.ts';
import { fieldMessages, loginNameField, passwordField } from '../fields.ts';
import { knownDevice } from '../session/known-device.ts';
import type { Limits } from '../limits.ts';
import { isSharedComputer } from '../own-sessions/shared-computer.ts';
import { hasSecondFactor } from '../second-factor/factors.query.ts';
import { beginHalfLogin } from '../second-factor/half-login.ts';
import { type AfterLogin, endSession } from '../session/open-session.ts';
import { lockEnd } from '../password/own-password.text.ts';
import { clearSessionCookie } from '../session/session-hook.ts';
import { forgetTypedPerson } from '../account/typed-person-cookie.ts';
import { typedEmail } from '../typed-email-cookie.ts';
import { afterwardsFor } from './afterwards.ts';
import { enterSite } from './enter-site.ts';
import { loginTexts } from './login.text.ts';
import { LoginView } from './login.view.tsx';
import { nextIn, nextOf, withNext } from './next-path.tsx';

const loginForm = z.object({ email: loginNameField, password: passwordField, next: z.string().optional() });
const noticeQuery = z.object({ notice: z.enum(['proved', 'reset', 'out', 'idle']) });

/** From here on the way to a new password is said, not only shown. */
const severalMistakes = 3;

/** What else ends with a login, as the request of the logout still shows it. */
export type AfterLogout = (reply: FastifyReply, request: FastifyRequest) => void | Promise<void>;

/** `/login` and `/logout`. */
export function addLoginPages(
  app: FastifyInstance,
  deps: Deps,
  limits: Limits,
  { afterLogin, afterLogout, doors }: { afterLogin: AfterLogin; afterLogout: AfterLogout | undefined; doors: Doors },
): void {
  app.get('/login', (request, reply) => {
    const next = nextOf(request.query);
    if (request.viewer !== null) return goTo(reply, next ?? afterwardsFor(request.viewer));
    const notice = noticeQuery.safeParse(request.query).data?.notice;
    // After a new password was chosen the address is known: only the password is left to type.
    const email = notice === 'reset' ? typedEmail(request, deps) : undefined;
    const form = freshForm(request.language, email === undefined ? {} : { email });
    return page(reply, <LoginView {...shown(request, reply, form, next)} notice={notice} />);
  });

  app.post('/login', { preHandler: limits.login }, async (request, reply) => {
    const { language } = request;
    const form = readForm(request, loginForm, fieldMessages(language));
    const next = nextIn(form.values);
    if (!form.ok) {
      return page(reply.code(form.status), <LoginView {...shown(request, reply, { language, ...form }, next)} />);
    }
    const answer = await checkLogin(deps, { ...form.value, device: knownDevice(request, deps) });
    if (answer.ok) {
      const { accountId } = answer;
      if (!(await hasSecondFactor(deps.db, accountId)))
        return enterSite(app, deps, { request, reply, accountId, afterLogin, next });
      await beginHalfLogin(deps, reply, { accountId, shared: isSharedComputer(request, deps, accountId) });
      return goTo(reply, withNext('/login/second-factor', next));
    }
    if (answer.reason === 'wrong-credentials') await sleep(answer.delay);
    const until = answer.reason === 'account-locked' ? answer.until : answer.lockedUntil;
    const again = answer.reason === 'wrong-credentials' && answer.failures >= severalMistakes;
    const words =
      again && until === null ? loginTexts.for(language)('wrongAgain') : refusal(answer.reason, until, language);
    const errors = [fieldError('', answer.reason, language, words)];
    const status = answer.reason === 'account-locked' ? 423 : 422;
    const sent = { language, values: form.values, errors };
    return page(reply.code(status), <LoginView {...shown(request, reply, sent, next)} lockedUntil={until} />);
  });

  app.post('/logout', async (request, reply) => {
    const form = readForm(request, z.object({}));
    // The page with the button was too old: nothing was ended, and the same button stands on the next page.
    if (!form.ok) return goTo(reply, '/profile');
    await endSession(deps, request);
    clearSessionCookie(reply);
    forgetTypedPerson(reply);
    await afterLogout?.(reply, request);
    return goTo(reply, '/login?notice=out');
  });

  /** The page with its doors, each of which knows where to go on. */
  function shown(request: FastifyRequest, reply: FastifyReply, form: FormState, next: string | undefined) {
    const level = levelOf(queryText(request.query, 'level'));
    const intent = signIntent(deps, request, { next, purpose: 'login', ...(level !== undefined && { level }) });
    return { context: reply.pageContext(), form, next, level, doors: doors(), intent };
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
