import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { fieldError, type Form, formValue, readForm } from '#platform/http/form.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm, type FormState } from '#ui/fields/form.tsx';
import { unprovedAccount } from '../account.query.ts';
import { codeField, emailField, fieldMessages } from '../fields.ts';
import { issueProof } from '../issue-proof.ts';
import type { Limits } from '../limits.ts';
import { type AfterLogin, logBrowserIn } from '../session/open-session.ts';
import { findLink, proveByCode, proveByLink } from '../prove-email.ts';
import { forgetRegistration } from '../account/registration-cookie.ts';
import { afterwardsFor } from './afterwards.ts';
import { nextIn, nextOf, withNext } from './next-path.tsx';
import { findUnproved, mayEnter, type Unproved } from './unproved.ts';
import { BrokenLinkView, type CodeNotice, CodeView, LinkView } from './verify-email.view.tsx';

const onlyNext = z.object({ next: z.string().optional() });
const withCode = onlyNext.extend({ code: codeField });
const withEmail = withCode.extend({ email: emailField });
const withLink = z.object({ token: z.string() });
const notSent = { 'too-soon': 'tooSoon', 'too-many': 'tooMany', gone: 'gone' } as const;

/** `/verify-email`: proves an address by code or by link, in this browser or another. */
export function addVerifyEmailPage(app: FastifyInstance, deps: Deps, limits: Limits, afterLogin: AfterLogin): void {
  app.get('/verify-email', async (request, reply) => {
    const { token, sent } = queryOf(request);
    if (token !== undefined) return showLink(request, reply, token);
    const next = nextOf(request.query);
    if (request.viewer?.email === '') return goTo(reply, withNext('/profile/email', next));
    const unproved = findUnproved(request, deps);
    if (unproved === undefined && request.viewer !== null) return goTo(reply, next ?? afterwardsFor(request.viewer));
    const notice = sent === 'again' ? 'sentAgain' : undefined;
    return showCode(reply, unproved, freshForm(request.language), next, notice);
  });

  app.post('/verify-email', { preHandler: limits.prove }, async (request, reply) => {
    if (formValue(readForm(request, withLink).values, 'token') !== '') return useLink(request, reply);
    const unproved = findUnproved(request, deps);
    return unproved === undefined ? useCodeFor(request, reply) : useCode(request, reply, unproved);
  });

  app.post('/verify-email/continue', { preHandler: limits.prove }, async (request, reply) => {
    const form = readForm(request, onlyNext);
    const next = nextIn(form.values);
    const unproved = findUnproved(request, deps);
    if (unproved === undefined) return goTo(reply, withNext('/verify-email', next));
    if (!form.ok) return showCode(reply.code(form.status), unproved, { language: request.language, ...form }, next);
    if (await mayEnter(deps, unproved)) return enter(request, reply, unproved);
    return showCode(reply.code(422), unproved, freshForm(request.language), next, 'notYet');
  });

  app.post('/verify-email/resend', { preHandler: limits.prove }, async (request, reply) => {
    const form = readForm(request, onlyNext);
    const next = nextIn(form.values);
    const unproved = findUnproved(request, deps);
    if (unproved === undefined) return goTo(reply, withNext('/verify-email', next));
    if (!form.ok) return showCode(reply.code(form.status), unproved, { language: request.language, ...form }, next);
    const { accountId, decoy } = unproved;
    const now = deps.clock.now();
    const sent = await transact(deps.db, (tx) => issueProof(tx, { accountId, purpose: 'verify-email', now, decoy }));
    if (sent.ok) return goTo(reply, withNext('/verify-email?sent=again', next));
    return showCode(reply.code(422), unproved, freshForm(request.language), next, notSent[sent.reason]);
  });

  async function showLink(request: FastifyRequest, reply: FastifyReply, token: string) {
    const link = await findLink(deps.db, {
      token,
      purpose: 'verify-email',
      demo: deps.config.demo,
      now: deps.clock.now(),
      secrets: deps.secrets,
    });
    const context = reply.pageContext();
    if (!link.ok) return page(reply.code(410), <BrokenLinkView context={context} reason={link.reason} />);
    const { email, givenName, familyName } = link;
    const name = `${givenName} ${familyName}`;
    return page(
      reply,
      <LinkView context={context} form={freshForm(request.language)} token={token} email={email} name={name} />,
    );
  }

  async function useLink(request: FastifyRequest, reply: FastifyReply) {
    const form = readForm(request, withLink);
    if (!form.ok) return showLink(request, reply.code(form.status), formValue(form.values, 'token'));
    const now = deps.clock.now();
    const { token } = form.value;
    const asked = { token, demo: deps.config.demo, now, secrets: deps.secrets };
    const proved = await transact(deps.db, (tx) => proveByLink(tx, asked));
    if (!proved.ok) {
      return page(reply.code(410), <BrokenLinkView context={reply.pageContext()} reason={proved.reason} />);
    }
    const unproved = findUnproved(request, deps);
    const isHere = unproved?.accountId === proved.accountId && (await mayEnter(deps, unproved));
    return isHere && unproved ? enter(request, reply, unproved) : goTo(reply, '/login?notice=proved');
  }

  async function useCode(request: FastifyRequest, reply: FastifyReply, unproved: Unproved) {
    const { language } = request;
    const form = readForm(request, withCode, fieldMessages(language));
    const next = nextIn(form.values);
    if (!form.ok) return showCode(reply.code(form.status), unproved, { language, ...form }, next);
    const { accountId, decoy } = unproved;
    const { code } = form.value;
    const now = deps.clock.now();
    const proved = await proveByCode(deps.db, { accountId, code, decoy, now, secrets: deps.secrets });
    // Asked even after a wrong code: the link may have been opened elsewhere in the meantime.
    if (await mayEnter(deps, unproved)) return enter(request, reply, unproved);
    if (proved.ok) return goTo(reply, '/login?notice=proved');
    return showCode(reply.code(422), unproved, refused(form, language, proved.reason), next);
  }

  /** On another device: whoever types the address learns only whether the code is right. */
  async function useCodeFor(request: FastifyRequest, reply: FastifyReply) {
    const { language } = request;
    const form = readForm(request, withEmail, fieldMessages(language));
    const next = nextIn(form.values);
    if (!form.ok) return showCode(reply.code(form.status), undefined, { language, ...form }, next);
    const { email, code } = form.value;
    const now = deps.clock.now();
    const accountId = await unprovedAccount(deps.db, email);
    const proved =
      accountId !== undefined && (await proveByCode(deps.db, { accountId, code, now, secrets: deps.secrets })).ok;
    if (proved) return goTo(reply, withNext('/login?notice=proved', next));
    return showCode(reply.code(422), undefined, refused(form, language, 'wrong-code'), next);
  }

  /** The address is proved: who began here is logged in and goes on. */
  async function enter(request: FastifyRequest, reply: FastifyReply, unproved: Unproved) {
    const { accountId } = unproved;
    request.server.sessions.forgetAccount(accountId);
    forgetRegistration(reply);
    if (request.viewer?.accountId !== accountId) await logBrowserIn(deps, { request, reply, accountId, afterLogin });
    return goTo(reply, unproved.next ?? nextIn(readForm(request, onlyNext).values) ?? '/');
  }

  function showCode(
    reply: FastifyReply,
    unproved: Unproved | undefined,
    form: FormState,
    next: string | undefined,
    notice?: CodeNotice,
  ) {
    const context = reply.pageContext();
    const afterwards = unproved?.next ?? next;
    return page(
      reply,
      <CodeView context={context} form={form} email={unproved?.email} next={afterwards} notice={notice} />,
    );
  }
}

function refused(form: Form<unknown>, language: FormState['language'], reason: string): FormState {
  const error = fieldError('code', reason, language, fieldMessages(language)(reason));
  return { language, values: { ...form.values, code: '' }, errors: [error] };
}

function queryOf(request: FastifyRequest): { token: string | undefined; sent: string | undefined } {
  const query = z.object({ token: z.string().optional(), sent: z.string().optional() }).safeParse(request.query);
  return { token: query.data?.token, sent: query.data?.sent };
}
