import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm, type FormState } from '#ui/fields/form.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { codeField, fieldMessages } from '../fields.ts';
import { requireViewer } from '../guards.ts';
import { issueProof } from '../issue-proof.ts';
import type { Limits } from '../limits.ts';
import { proveByCode } from '../prove-email.ts';
import type { Viewer } from '../viewer.ts';
import { TryEmailView } from './try-email.view.tsx';

const refusals = { 'too-soon': 'tooSoon', 'too-many': 'tooMany', gone: 'tooMany' } as const;

/** `/profile/email/try`: whoever is told that our e-mails come back proves that they arrive again. */
export function addTryEmailPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.get(sitePaths.tryEmail, async (request, reply) => {
    const viewer = requireViewer(request);
    return viewer.emailFailure ? show(reply, viewer, freshForm(request.language)) : goTo(reply, sitePaths.profile);
  });

  app.post(sitePaths.tryEmail, { preHandler: limits.prove }, async (request, reply) => {
    const viewer = requireViewer(request);
    const form = readForm(request, z.object({}));
    if (!form.ok) return show(reply.code(form.status), viewer, { language: request.language, ...form });
    const asked = { accountId: viewer.accountId, purpose: 'verify-email', now: deps.clock.now() } as const;
    const sent = await transact(deps.db, (tx) => issueProof(tx, asked));
    if (sent.ok) return goTo(reply, sitePaths.tryEmail);
    return show(reply.code(422), viewer, freshForm(request.language), refusals[sent.reason]);
  });

  app.get(`${sitePaths.tryEmail}/code`, (_request, reply) => goTo(reply, sitePaths.tryEmail));

  app.post(`${sitePaths.tryEmail}/code`, { preHandler: limits.prove }, async (request, reply) => {
    const viewer = requireViewer(request);
    const { language } = request;
    const form = readForm(request, z.object({ code: codeField }), fieldMessages(language));
    if (!form.ok) return show(reply.code(form.status), viewer, { language, ...form });
    const { accountId } = viewer;
    const { code } = form.value;
    const proved = await proveByCode(deps.db, { accountId, code, now: deps.clock.now(), secrets: deps.secrets });
    if (!proved.ok) {
      const error = fieldError('code', proved.reason, language, fieldMessages(language)(proved.reason));
      return show(reply.code(422), viewer, { language, values: {}, errors: [error] });
    }
    request.server.sessions.forgetAccount(accountId);
    return goTo(reply, `${sitePaths.profile}?notice=emailWorks`);
  });

  function show(reply: FastifyReply, viewer: Viewer, form: FormState, notSent?: 'tooSoon' | 'tooMany'): FastifyReply {
    const context = reply.pageContext();
    return page(reply, <TryEmailView context={context} form={form} email={viewer.email} notSent={notSent} />);
  }
}
