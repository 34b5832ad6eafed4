import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { problemAnswer } from '#platform/http/problem-answer.ts';
import { fieldErrors } from '#platform/http/form.ts';
import { anonymousCaller, idempotencyOf, once, onceAfter, sendAnswer } from '#platform/http/idempotency.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { checkLogin } from '../check-login.ts';
import { fieldMessages, loginNameField, passwordField } from '../fields.ts';
import { requireViewer } from '../guards.ts';
import type { Limits } from '../limits.ts';
import { askSecondFactor } from '../second-factor/ask-second-factor.ts';
import { tellOfRecoveryCode } from '../second-factor/change-factors.ts';
import { hasSecondFactor } from '../second-factor/factors.query.ts';
import { proveCode } from '../second-factor/prove-code.ts';
import { type AfterLogin, endSession, openSession } from '../session/open-session.ts';
import { hashToken } from '../session/session.ts';
import { clearSessionCookie, sessionToken } from '../session/session-hook.ts';
import { identityProblemTexts } from './api.text.ts';

const loginBody = z.object({
  email: z.string(),
  password: z.string(),
  code: z
    .string()
    .max(40)
    .optional()
    .describe(
      'of the app, or a recovery code, where the account has a second factor: 401 second-factor-required says so',
    ),
});

const loginFields = z.object({
  email: loginNameField,
  password: passwordField,
  code: z.string().max(40).optional(),
});

/** `POST /api/v1/sessions` and `DELETE /api/v1/sessions/current`. */
export function addSessionsApi(app: FastifyInstance, deps: Deps, limits: Limits, afterLogin: AfterLogin): void {
  app.post(
    '/api/v1/sessions',
    {
      attachValidation: true,
      preHandler: limits.login,
      schema: {
        tags: ['accounts'],
        summary: 'Log in; the token is sent as Authorization: Bearer',
        body: loginBody,
        response: { 401: problemAnswer, 423: problemAnswer },
      },
      config: { answers: { 201: z.object({ token: z.string(), expiresAt: z.string().describe('RFC 3339') }) } },
    },
    async (request, reply) => {
      const { language } = request;
      const t = identityProblemTexts.for(language);
      const sent = loginFields.safeParse(request.body);
      if (!sent.success) {
        const errors = fieldErrors(sent.error, language, fieldMessages(language));
        throw new HttpProblem(422, 'invalid-request', { extensions: { errors } });
      }
      const answer = await checkLogin(deps, { ...sent.data, device: undefined });
      if (answer.ok) {
        const { accountId } = answer;
        const level = await proveSecond(request, accountId, sent.data.code);
        // The password, which has just been checked, leaves no trace among the keys.
        const idempotency = idempotencyOf(request, anonymousCaller(request), { email: sent.data.email });
        const opened = await once(deps.db, idempotency, deps.clock.now(), async (tx) => {
          // The days to add a second factor run from this login too.
          await askSecondFactor(tx, { accountId, config: deps.config, now: deps.clock.now() });
          const { token, expiresAt } = await openSession(tx, deps, { request, accountId, afterLogin, level });
          return { status: 201, body: { token, expiresAt: expiresAt.toString() } };
        });
        return sendAnswer(reply, opened);
      }
      if (answer.reason === 'account-locked') {
        const until = answer.until.toString({ smallestUnit: 'second' });
        throw new HttpProblem(423, 'account-locked', {
          detail: t('lockedDetail'),
          extensions: { title: t('account-locked'), until },
        });
      }
      await sleep(answer.delay);
      throw new HttpProblem(401, 'wrong-credentials', { extensions: { title: t('wrong-credentials') } });
    },
  );

  /** The level of the login; a second factor that is there is never passed over. */
  async function proveSecond(request: FastifyRequest, accountId: number, code: string | undefined): Promise<1 | 2> {
    if (!(await hasSecondFactor(deps.db, accountId))) return 1;
    const t = identityProblemTexts.for(request.language);
    const refused = (status: number, reason: 'second-factor-required' | 'wrong-code' | 'account-locked', more = {}) =>
      new HttpProblem(status, reason, { extensions: { title: t(reason), ...more } });
    if (code === undefined || code === '') throw refused(401, 'second-factor-required');
    const proved = await proveCode(deps, { accountId, code, device: '' });
    if (proved.ok) {
      if (proved.with === 'recovery-code') await tellOfRecoveryCode(deps, accountId);
      return 2;
    }
    if (proved.reason === 'wrong-code') throw refused(401, 'wrong-code');
    throw refused(423, 'account-locked', { until: proved.until.toString({ smallestUnit: 'second' }) });
  }

  app.delete(
    '/api/v1/sessions/current',
    {
      schema: {
        tags: ['accounts'],
        summary: 'Log out',
        security: [{ token: [] }],
        response: { 401: problemAnswer },
      },
      config: { answers: { 204: z.null().describe('the session has ended') } },
    },
    async (request, reply) => {
      // The session that ends is its own caller: asked again with the same key, it has ended.
      const caller = `s:${hashToken(deps.secrets, sessionToken(request) ?? '').toString('base64url')}`;
      const answer = await onceAfter(deps.db, idempotencyOf(request, caller), deps.clock.now(), async () => {
        requireViewer(request);
        await endSession(deps, request);
        return { status: 204, body: null };
      });
      if (!request.bearer) clearSessionCookie(reply);
      return sendAnswer(reply, answer);
    },
  );
}
