import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { Limits } from '../../limits.ts';
import { lockEnd } from '../../password/own-password.text.ts';
import { tellOfRecoveryCode } from '../../second-factor/change-factors.ts';
import { factorsOf } from '../../second-factor/factors.query.ts';
import { endHalfLogin, halfLoginOf } from '../../second-factor/half-login.ts';
import { askForPasskey, provePasskey } from '../../second-factor/passkeys.ts';
import { proveCode } from '../../second-factor/prove-code.ts';
import { relyingParty } from '../../second-factor/relying-party.ts';
import { knownDevice } from '../../session/known-device.ts';
import type { AfterLogin } from '../../session/open-session.ts';
import { raiseSession } from '../../session/raise-session.ts';
import { enterSite } from '../enter-site.ts';
import { nextIn, nextOf, withNext } from '../next-path.tsx';
import { ProveView } from './prove.view.tsx';
import { secondFactorTexts } from './second-factor.text.ts';

const path = '/login/second-factor';

const proof = z.object({
  code: z.string().trim().max(40, 'too-long').default(''),
  asked: z.string().max(500).default(''),
  answer: z.string().max(20_000).default(''),
  next: z.string().optional(),
});

/** Who has still to prove a second factor: half logged in, or in by a weaker way. */
interface Proving {
  readonly accountId: number;
  readonly isIn: boolean;
}

/** `/login/second-factor`: the second step of a login. */
export function addProvePage(app: FastifyInstance, deps: Deps, limits: Limits, afterLogin: AfterLogin): void {
  app.get(path, async (request, reply) => {
    const next = nextOf(request.query);
    const who = await whoProves(request);
    if (who === undefined) return goTo(reply, withNext('/login', next));
    return show(request, reply, who, freshForm(request.language), next);
  });

  app.post(path, { preHandler: limits.prove }, async (request, reply) => {
    const { language } = request;
    const form = readForm(request, proof);
    const next = nextIn(form.values);
    const who = await whoProves(request);
    // It took more than ten minutes, or is done already in another window.
    if (who === undefined) return goTo(reply, withNext('/login', next));
    if (!form.ok) return show(request, reply.code(form.status), who, { language, ...form }, next);
    const fault = await faultOf(request, who, form.value);
    if (fault) {
      const status = fault.reason === 'second-factor-locked' ? 423 : 422;
      return show(request, reply.code(status), who, { language, values: {}, errors: [fault] }, next);
    }
    if (who.isIn) {
      await raiseSession(deps, request);
      return goTo(reply, next ?? '/');
    }
    await endHalfLogin(deps, request, reply);
    return enterSite(app, deps, { request, reply, accountId: who.accountId, afterLogin, next, level: 2 });
  });

  async function whoProves(request: FastifyRequest): Promise<Proving | undefined> {
    const { viewer } = request;
    if (viewer?.secondFactor?.state === 'to-prove') return { accountId: viewer.accountId, isIn: true };
    const half = viewer === null ? await halfLoginOf(deps, request) : undefined;
    return half && { accountId: half.accountId, isIn: false };
  }

  async function faultOf(
    request: FastifyRequest,
    { accountId }: Proving,
    { code, asked, answer }: z.output<typeof proof>,
  ): Promise<FieldError | undefined> {
    const { language } = request;
    const t = secondFactorTexts.for(language);
    if (answer !== '' && code === '') {
      const site = relyingParty(deps, request);
      const proved =
        site && (await transact(deps.db, (tx) => provePasskey(tx, deps, { accountId, site, asked, answer })));
      return proved?.ok === true ? undefined : fieldError('', 'refused', language, t('passkeyRefused'));
    }
    if (code === '') return fieldError('code', 'required', language);
    const known = knownDevice(request, deps);
    const device = known?.accountId === accountId ? known.mark : '';
    const proved = await proveCode(deps, { accountId, code, device });
    if (proved.ok) {
      if (proved.with === 'recovery-code') await tellOfRecoveryCode(deps, accountId);
      return undefined;
    }
    if (proved.reason === 'wrong-code') return fieldError('code', 'wrong-code', language, t('wrong'));
    return fieldError('code', proved.reason, language, t('locked', lockEnd(proved.until, language)));
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { accountId, isIn }: Proving,
    form: FormState,
    next: string | undefined,
  ) {
    const { appAddedAt, passkeys } = await factorsOf(deps.db, accountId);
    const site = passkeys.length > 0 ? relyingParty(deps, request) : undefined;
    const made = site && (await askForPasskey(deps, { site, accountId, known: passkeys }));
    const ask = made && { options: JSON.stringify(made.options), asked: made.asked };
    const props = { context: reply.pageContext(), form, next, hasApp: appAddedAt !== null, ask, isIn };
    return page(reply, <ProveView {...props} />);
  }
}
