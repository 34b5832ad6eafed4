import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireVerified, type Viewer } from '#features/identity/index.ts';
import { findOfferingById } from '#features/offices/index.ts';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type IdempotentRequest, sendAnswer, storedAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { askCode } from '../one-time-code/ask-code.ts';
import type { CodeVerdict } from '../one-time-code/check-code.ts';
import { codeBinding, verdictOn } from '../one-time-code/code-binding.ts';
import { secondsUntil } from '../one-time-code/code.rules.ts';
import type { BookingBody } from './booking-body.ts';
import { heldBy } from './make-booking.ts';
import { refuse } from './refuse.ts';

const codeAnswer = z.object({
  expiresAt: z.string().describe('the code can be used until then'),
  againAt: z.string().describe('another one can be asked for from then on'),
});

/** `POST /holds/{id}/otp`: without idempotency keys, as asking again within a minute sends nothing. */
export function addOneTimeCodeApi(app: FastifyInstance, deps: Deps): void {
  app.post<{ Params: { id: string } }>(
    '/api/v1/holds/:id/otp',
    {
      preValidation: async (request) => void requireVerified(request),
      schema: {
        tags: ['citizen'],
        security: loginNeeded,
        summary: 'Send the one-time code',
        description:
          'Six digits to the account’s e-mail address, for `otp` of `POST /bookings` or of accepting a seat of a waiting list, whose `offer.hold` has the id: good for five minutes and five attempts, in the session that asked.',
      },
      config: { answers: { 202: codeAnswer } },
    },
    async (request, reply) => {
      const viewer = requireVerified(request);
      const { owner, held: hold } = await heldBy(deps.db, deps, { request, viewer, holdId: request.params.id });
      const offering = hold && (await findOfferingById(deps.db, hold.offeringId));
      if (!hold || !offering) throw notFound();
      if (!offering.oneTimeCode) return sendAnswer(reply, refuse(request, 'code-not-needed'));
      const now = deps.clock.now();
      const binding = codeBinding(deps.secrets, { request, viewer, hold });
      const outcome = await transact(deps.db, (tx) => askCode(tx, deps.secrets, { ...binding, owner, now }));
      if (outcome.ok) {
        const at = (instant: Temporal.Instant): string => withOffset(instant, hold.timeZone);
        const body = { expiresAt: at(outcome.expiresAt), againAt: at(outcome.againAt) };
        return sendAnswer(reply, { status: 202, body });
      }
      if (outcome.reason === 'hold-expired') return sendAnswer(reply, refuse(request, 'hold-expired'));
      void reply.header('retry-after', secondsUntil(outcome.againAt ?? now, now));
      return sendAnswer(reply, refuse(request, 'code-too-soon'));
    },
  );
}

/** What is said of the `otp` of a booking, before its transaction. A request that has its answer already is not judged again. */
export async function codeVerdict(
  deps: Deps,
  asked: { request: FastifyRequest; viewer: Viewer; body: BookingBody; idempotency: IdempotentRequest | undefined },
): Promise<CodeVerdict> {
  const { request, viewer, body, idempotency } = asked;
  if (body.otp === undefined) return { ok: false, reason: 'required' };
  if (idempotency && (await storedAnswer(deps.db, idempotency)) !== undefined) return { ok: true };
  const { held: hold } = await heldBy(deps.db, deps, { request, viewer, holdId: body.hold });
  if (hold?.state !== 'live') return { ok: false, reason: 'wrong' };
  return verdictOn(deps, { request, viewer, hold, typed: body.otp });
}
