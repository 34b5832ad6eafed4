import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { Limits } from '../../limits.ts';
import { addPasskey, askForNewPasskey } from '../../second-factor/passkeys.ts';
import { relyingParty } from '../../second-factor/relying-party.ts';
import { nextIn, nextOf } from '../next-path.tsx';
import { afterAdding } from './after-adding.tsx';
import { overviewPath } from './frame.view.tsx';
import { openOwnFactors, type OwnFactors, passwordFaultOf } from './own-factors.ts';
import { NewPasskeyView } from './passkey.view.tsx';
import { secondFactorTexts } from './second-factor.text.ts';

const path = `${overviewPath}/passkeys/new`;

const newPasskey = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'required')
    .max(60, 'too-long')
    .regex(/^[^\p{C}]*$/u, 'invalid'),
  current: z.string().max(1_000).default(''),
  asked: z.string().max(500).default(''),
  answer: z.string().max(20_000).default(''),
  next: z.string().optional(),
});

/** `/profile/second-factor/passkeys/new`: a passkey, made by the browser's own means. */
export function addNewPasskeyPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.get(path, async (request, reply) => {
    const own = await openOwnFactors(deps, request);
    return show(request, reply, own, freshForm(request.language), nextOf(request.query));
  });

  app.post(path, { preHandler: limits.prove }, async (request, reply) => {
    const own = await openOwnFactors(deps, request);
    const { language } = request;
    const form = readForm(request, newPasskey);
    const next = nextIn(form.values);
    if (!form.ok) return show(request, reply.code(form.status), own, { language, ...form }, next);
    const { name, current, asked, answer } = form.value;
    const again = (error: ReturnType<typeof fieldError>) =>
      show(request, reply.code(422), own, { language, values: form.values, errors: [error] }, next);
    const fault = await passwordFaultOf(deps, request, own, current);
    if (fault) return again(fault);
    const site = relyingParty(deps, request);
    const { accountId } = own.viewer;
    const added =
      site && (await transact(deps.db, (tx) => addPasskey(tx, deps, { accountId, site, name, asked, answer })));
    if (added?.ok === true) return afterAdding(deps, { request, reply, own, next, done: 'donePasskey' });
    return again(fieldError('', 'refused', language, secondFactorTexts.for(language)('passkeyFailed')));
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    own: OwnFactors,
    form: FormState,
    next: string | undefined,
  ) {
    const { viewer, known, asksPassword } = own;
    const site = relyingParty(deps, request);
    const account = { id: viewer.accountId, email: viewer.email, name: `${viewer.givenName} ${viewer.familyName}` };
    const made = site && (await askForNewPasskey(deps, { site, account, known: known.passkeys }));
    const ask = made && { options: JSON.stringify(made.options), asked: made.asked };
    const props = { context: reply.pageContext(), form, next, email: viewer.email, asksPassword, ask };
    return page(reply, <NewPasskeyView {...props} />);
  }
}
