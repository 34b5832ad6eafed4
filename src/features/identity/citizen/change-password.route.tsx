import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm, type FormState } from '#ui/fields/form.tsx';
import { changePassword } from '../password/change-password.ts';
import { fieldMessages, newPasswordField, passwordField } from '../fields.ts';
import { ownDoors } from '../doors/own-doors.query.ts';
import { requireViewer } from '../guards.ts';
import type { Limits } from '../limits.ts';
import { ownPasswordFault } from '../password/own-password.ts';
import { hashPassword } from '../password/password.ts';
import { passwordFault } from '../rules.ts';
import { sessionToken } from '../session/session-hook.ts';
import type { Viewer } from '../viewer.ts';
import { ChangePasswordView } from './change-password.view.tsx';
import { nextIn, nextOf } from './next-path.tsx';
import { passwordTexts } from './password.text.ts';

const changeForm = z.object({ current: passwordField, password: newPasswordField, next: z.string().optional() });

/** `/profile/password`: a new password for somebody who knows the present one. */
export function addChangePasswordPage(app: FastifyInstance, deps: Deps, limits: Limits): void {
  // Where password managers look for the page (W3C, A Well-Known URL for Changing Passwords).
  app.get('/.well-known/change-password', (_request, reply) => goTo(reply, '/profile/password'));

  app.get('/profile/password', async (request, reply) => {
    const { accountId } = requireViewer(request);
    // Nothing to change: the page of the ways in tells how to choose one.
    if (!(await ownDoors(deps.db, accountId)).hasPassword) return goTo(reply, '/profile/doors');
    return show(request, reply, freshForm(request.language), nextOf(request.query));
  });

  app.post('/profile/password', { preHandler: limits.login }, async (request, reply) => {
    const viewer = requireViewer(request);
    const { language } = request;
    const form = readForm(request, changeForm, fieldMessages(language));
    const next = nextIn(form.values);
    if (!form.ok) return show(request, reply.code(form.status), { language, ...form }, next);
    const error = await faultOf(request, viewer, form.value);
    if (error !== undefined) {
      return show(request, reply.code(422), { language, values: form.values, errors: [error] }, next);
    }
    const { accountId } = viewer;
    const changed = {
      accountId,
      passwordHash: await hashPassword(form.value.password),
      sessionToken: sessionToken(request),
      secrets: deps.secrets,
    };
    await transact(deps.db, (tx) => changePassword(tx, changed));
    app.sessions.forgetAccount(accountId);
    return goTo(reply, next ?? '/profile?notice=changed');
  });

  async function faultOf(
    request: FastifyRequest,
    { email, givenName, familyName }: Viewer,
    { current, password }: { current: string; password: string },
  ): Promise<FieldError | undefined> {
    const { language } = request;
    const wrong = await ownPasswordFault(deps, request, { field: 'current', password: current });
    if (wrong) return wrong;
    if (password === current)
      return fieldError('password', 'same-as-before', language, passwordTexts.for(language)('sameAsBefore'));
    const fault = passwordFault(password, [givenName, familyName, email, email.split('@', 1)[0] ?? '']);
    return fault && fieldError('password', fault, language, fieldMessages(language)(fault));
  }

  function show(request: FastifyRequest, reply: FastifyReply, form: FormState, next: string | undefined) {
    const { mustChangePassword: mustChange, email } = requireViewer(request);
    const props = { context: reply.pageContext(), form, next, mustChange, email };
    return page(reply, <ChangePasswordView {...props} />);
  }
}
