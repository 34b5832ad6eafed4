import type { FastifyRequest } from 'fastify';
import type { Office } from '#features/offices/index.ts';
import { withOffset } from '#platform/dates.ts';
import { fieldError } from '#platform/http/form.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { problem, problemTitle } from '#platform/http/problem.ts';
import { problemDetail } from '#platform/http/problem-detail.ts';
import { plannerApiTexts } from './planners.text.ts';

/** An appointment that no longer has its place. */
export function hitAnswer(booking: { code: string; startsAt: Temporal.Instant }, office: Office) {
  return { code: booking.code, startsAt: withOffset(booking.startsAt, office.timeZone) };
}

export function refusal(
  request: FastifyRequest,
  status: number,
  reason: 'not-found' | 'planner-in-use' | 'already-open',
): ApiAnswer {
  const title =
    reason === 'not-found' ? problemTitle(reason, request.language) : plannerApiTexts.for(request.language)(reason);
  return { status, body: problem(status, reason, title, { detail: problemDetail(status, request.language) }) };
}

type WrongReason = Exclude<Parameters<ReturnType<typeof plannerApiTexts.for>>[0], 'planner-in-use' | 'already-open'>;

export function wrongField(request: FastifyRequest, field: string, reason: WrongReason): ApiAnswer {
  return wrongFields(request, [{ field, reason }]);
}

export function wrongFields(
  request: FastifyRequest,
  faults: readonly { readonly field: string; readonly reason: WrongReason }[],
): ApiAnswer {
  const { language } = request;
  const t = plannerApiTexts.for(language);
  const errors = faults.map(({ field, reason }) => fieldError(field, reason, language, t(reason)));
  return {
    status: 422,
    body: problem(422, 'invalid-request', problemTitle('invalid-request', request.language), {
      detail: problemDetail(422, request.language, errors),
      errors,
    }),
  };
}
