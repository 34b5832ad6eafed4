import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  administratorSchema,
  fieldMessages,
  giveAdministration,
  hashPassword,
  logBrowserIn,
  openAdministrator,
  requireViewer,
} from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type Activation, activationPath, closeActivation, readActivation } from '../activation/activation.ts';
import { settingsPaths } from '../paths.ts';
import { activationLinkFaults } from './activation.text.ts';
import { ActivationBadView, ActivationLinkView } from './activation.view.tsx';

type LinkRequest = FastifyRequest<{ Params: { token: string } }>;

/** `/activations/l/{token}`: whoever opens it becomes the office's first administrator. */
export function addActivationLink(app: FastifyInstance, deps: Deps): void {
  const address = '/activations/l/:token';

  app.get(address, async (request: LinkRequest, reply) => {
    const read = await readLink(request, reply);
    if (!read.ok) return bad(reply, read.reason);
    return show(reply, read.activation, freshForm(request.language));
  });

  app.post(address, async (request: LinkRequest, reply) => {
    const read = await readLink(request, reply);
    if (!read.ok) return bad(reply, read.reason);
    const { activation } = read;
    const { language } = request;
    const form = readForm(request, administratorSchema, fieldMessages(language));
    // What was typed as a password is never sent back.
    const values = { ...form.values, password: '' };
    if (!form.ok) return show(reply.code(form.status), activation, { language, values, errors: form.errors });
    const { password, ...person } = form.value;
    const passwordHash = await hashPassword(password);
    const now = deps.clock.now();
    const opened = await transact(deps.db, async (tx) => {
      const { officeId, id } = activation;
      const made = await openAdministrator(tx, {
        person: { ...person, passwordHash, language },
        officeId,
        secrets: deps.secrets,
        now,
      });
      if (!made.ok) return made;
      const closed = await closeActivation(tx, { id, officeId, accountId: made.accountId, now });
      return closed.ok ? made : closed;
    });
    if (opened.ok) {
      const { accountId } = opened;
      await logBrowserIn(deps, { request, reply, accountId, afterLogin: () => Promise.resolve() });
      return goTo(reply, settingsPaths.setUp(activation.officeCode));
    }
    if (opened.reason === 'used') return bad(reply, 'used');
    const words = activationLinkFaults.for(language)('known-address');
    const errors = [fieldError('email', 'known-address', language, words)];
    return show(reply.code(422), activation, { language, values, errors });
  });

  app.post(`${address}/take`, async (request: LinkRequest, reply) => {
    const viewer = requireViewer(request);
    readPost(request);
    const read = await readLink(request, reply);
    if (!read.ok) return bad(reply, read.reason);
    const { id, officeId, officeCode } = read.activation;
    const { accountId } = viewer;
    const taken = await transact(deps.db, async (tx) => {
      await giveAdministration(tx, { accountId, officeId });
      return closeActivation(tx, { id, officeId, accountId, now: deps.clock.now() });
    });
    request.server.sessions.forgetAccount(accountId);
    return taken.ok ? goTo(reply, settingsPaths.setUp(officeCode)) : bad(reply, taken.reason);
  });

  async function readLink(request: LinkRequest, reply: FastifyReply) {
    // The address is a key: it must not travel on to other sites, nor stay in caches or search engines.
    void reply.headers({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
    return readActivation(deps.db, deps.secrets, { token: request.params.token, now: deps.clock.now() });
  }

  function show(reply: FastifyReply, activation: Activation, form: FormState): FastifyReply {
    const path = activationPath(deps.secrets, activation);
    return page(reply, <ActivationLinkView context={reply.pageContext()} {...{ activation, form, path }} />);
  }
}

function bad(reply: FastifyReply, reason: Parameters<typeof ActivationBadView>[0]['reason']): FastifyReply {
  const status = reason === 'not-a-link' ? 404 : 410;
  return page(reply.code(status), <ActivationBadView context={reply.pageContext()} reason={reason} />);
}
