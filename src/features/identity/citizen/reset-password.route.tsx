import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm, type FormState } from '#ui/fields/form.tsx';
import { resetPassword } from '../password/change-password.ts';
import { fieldMessages, newPasswordField } from '../fields.ts';
import type { Limits } from '../limits.ts';
import { hashPassword } from '../password/password.ts';
import { findLink } from '../prove-email.ts';
import { rememberTypedEmail } from '../typed-email-cookie.ts';
import { BrokenResetView, ResetPasswordView } from './reset-password.view.tsx';

const resetForm = z.object({ token: z.string(), password: newPasswordField });

/** `/reset-password`: a new password by the link of an e-mail. Opening the link changes nothing. */
export function addResetPasswordPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.get('/reset-password', async (request, reply) => {
    const token = z.object({ token: z.string() }).safeParse(request.query).data?.token ?? '';
    return show(reply, freshForm(request.language), token);
  });

  app.post('/reset-password', { preHandler: limits.prove }, async (request, reply) => {
    const { language } = request;
    const form = readForm(request, resetForm, fieldMessages(language));
    if (!form.ok) return show(reply.code(form.status), { language, ...form }, formValue(form.values, 'token'));
    const { token, password } = form.value;
    const usable = await find(token);
    // Before hashing, so that made-up links cost nothing.
    if (!usable.ok)
      return page(reply.code(410), <BrokenResetView context={reply.pageContext()} reason={usable.reason} />);
    const passwordHash = await hashPassword(password);
    const asked = { token, passwordHash, demo: deps.config.demo, now: deps.clock.now(), secrets: deps.secrets };
    const reset = await transact(deps.db, (tx) => resetPassword(tx, asked));
    if (!reset.ok)
      return page(reply.code(410), <BrokenResetView context={reply.pageContext()} reason={reset.reason} />);
    app.sessions.forgetAccount(reset.accountId);
    rememberTypedEmail(reply, deps, usable.email);
    return goTo(reply, '/login?notice=reset');
  });

  function find(token: string) {
    const { config, clock, secrets } = deps;
    return findLink(deps.db, { token, purpose: 'reset-password', demo: config.demo, now: clock.now(), secrets });
  }

  async function show(reply: FastifyReply, form: FormState, token: string) {
    const link = await find(token);
    const context = reply.pageContext();
    if (!link.ok) return page(reply.code(410), <BrokenResetView context={context} reason={link.reason} />);
    return page(reply, <ResetPasswordView context={context} form={form} token={token} email={link.email} />);
  }
}
