import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm, type FormState } from '#ui/fields/form.tsx';
import { askForEmail, changeEmail, emailAskedFor } from '../account/change-email.ts';
import { codeField, emailField, fieldMessages, passwordField } from '../fields.ts';
import { ownDoors } from '../doors/own-doors.query.ts';
import { requireViewer, requireWholeLogin } from '../guards.ts';
import type { Limits } from '../limits.ts';
import { ownPasswordFault } from '../password/own-password.ts';
import { notBefore, steadyTime } from '#platform/http/steady-time.ts';
import type { Viewer } from '../viewer.ts';
import { nextIn, nextOf, withNext } from './next-path.tsx';
import { changeEmailTexts } from './change-email.text.ts';
import { ChangeEmailView, NewEmailCodeView } from './change-email.view.tsx';

const askForm = z.object({ email: emailField, current: passwordField.optional(), next: z.string().optional() });

/** `/profile/email`: a new address, proved by a code before anything changes. */
export function addChangeEmailPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  app.get('/profile/email', async (request, reply) => {
    const { accountId, email } = requireViewer(request);
    const next = nextOf(request.query);
    // Nothing to do any more for whoever was sent here to give an address.
    if (email !== '' && next !== undefined && next !== '/profile') return goTo(reply, next);
    const isAsked = (await emailAskedFor(deps.db, { accountId, now: deps.clock.now() })) !== undefined;
    const isAnew = queryText(request.query, 'again') !== '';
    return isAsked && !isAnew ? showCode(request, reply, freshForm(request.language)) : show(request, reply);
  });

  app.post('/profile/email', { preHandler: limits.change }, async (request, reply) => {
    const viewer = requireWholeLogin(request);
    const { language } = request;
    const asksPassword = await hasPassword(viewer);
    const schema = asksPassword ? askForm.required({ current: true }) : askForm;
    const form = readForm(request, schema, fieldMessages(language));
    if (!form.ok) return show(request, reply.code(form.status), { language, ...form });
    const { email, current } = form.value;
    const fault =
      email === viewer.email.toLowerCase()
        ? fieldError('email', 'same-as-before', language, changeEmailTexts.for(language)('same'))
        : asksPassword
          ? await ownPasswordFault(deps, request, { field: 'current', password: current ?? '' })
          : undefined;
    if (fault) return show(request, reply.code(422), { language, values: form.values, errors: [fault] });
    const asked = { accountId: viewer.accountId, email, now: deps.clock.now() };
    const sent = await notBefore(
      steadyTime,
      transact(deps.db, (tx) => askForEmail(tx, asked)),
    );
    if (sent.ok) return goTo(reply, withNext('/profile/email', nextIn(form.values)));
    const t = changeEmailTexts.for(language);
    const message = sent.reason === 'too-soon' ? t('tooSoon') : t('tooMany');
    const errors = [fieldError('', sent.reason, language, message)];
    return show(request, reply.code(422), { language, values: form.values, errors });
  });

  app.get('/profile/email/code', (request, reply) => goTo(reply, withNext('/profile/email', nextOf(request.query))));

  app.post('/profile/email/code', { preHandler: limits.prove }, async (request, reply) => {
    const { accountId, email } = requireWholeLogin(request);
    const { language } = request;
    const form = readForm(request, z.object({ code: codeField, next: z.string().optional() }), fieldMessages(language));
    if (!form.ok) return showCode(request, reply.code(form.status), { language, ...form });
    const { code } = form.value;
    const changed = await changeEmail(deps.db, { accountId, code, now: deps.clock.now(), secrets: deps.secrets });
    if (!changed.ok) {
      const message = fieldMessages(language)(changed.reason);
      const errors = [fieldError('code', changed.reason, language, message)];
      return showCode(request, reply.code(422), { language, values: form.values, errors });
    }
    app.sessions.forgetAccount(accountId);
    return goTo(reply, nextIn(form.values) ?? (email === '' ? '/profile' : '/profile?notice=emailChanged'));
  });

  async function hasPassword({ accountId }: Viewer): Promise<boolean> {
    return (await ownDoors(deps.db, accountId)).hasPassword;
  }

  async function show(request: FastifyRequest, reply: FastifyReply, form?: FormState): Promise<FastifyReply> {
    const viewer = requireViewer(request);
    const view = {
      email: viewer.email,
      next: nextOf(request.query) ?? (form && nextIn(form.values)),
      asksPassword: await hasPassword(viewer),
      form: form ?? freshForm(request.language),
    };
    return page(reply, <ChangeEmailView context={reply.pageContext()} {...view} />);
  }

  function showCode(request: FastifyRequest, reply: FastifyReply, form: FormState): FastifyReply {
    const { email } = requireViewer(request);
    const next = nextOf(request.query) ?? nextIn(form.values);
    return page(
      reply,
      <NewEmailCodeView
        context={reply.pageContext()}
        form={{ ...form, values: {} }}
        next={next}
        isFirst={email === ''}
      />,
    );
  }
}
