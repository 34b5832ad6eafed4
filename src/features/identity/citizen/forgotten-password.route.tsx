import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm } from '#ui/fields/form.tsx';
import { fieldMessages, loginNameField } from '../fields.ts';
import type { Limits } from '../limits.ts';
import { requestReset } from '../password/request-reset.ts';
import { notBefore, steadyTime } from '#platform/http/steady-time.ts';
import { rememberTypedEmail, typedEmail } from '../typed-email-cookie.ts';
import { ForgottenPasswordView, LinkSentView } from './forgotten-password.view.tsx';

/** `/forgotten-password`: the same answer, after the same time, for every address. */
export function addForgottenPasswordPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.get('/forgotten-password', (request, reply) => {
    const context = reply.pageContext();
    const isSent = z.object({ sent: z.literal('yes') }).safeParse(request.query).success;
    const email = typedEmail(request, deps);
    if (isSent) return page(reply, <LinkSentView context={context} email={email} />);
    const form = freshForm(request.language, email === undefined ? {} : { email });
    return page(reply, <ForgottenPasswordView context={context} form={form} />);
  });

  app.post('/forgotten-password', { preHandler: limits.reset }, async (request, reply) => {
    const { language } = request;
    const form = readForm(request, z.object({ email: loginNameField }), fieldMessages(language));
    if (!form.ok) {
      const context = reply.pageContext();
      return page(reply.code(form.status), <ForgottenPasswordView context={context} form={{ language, ...form }} />);
    }
    const asked = { email: form.value.email, demo: deps.config.demo, now: deps.clock.now() };
    await notBefore(
      steadyTime,
      transact(deps.db, (tx) => requestReset(tx, asked)),
    );
    rememberTypedEmail(reply, deps, form.value.email);
    return goTo(reply, '/forgotten-password?sent=yes');
  });
}
