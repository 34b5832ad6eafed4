import type { FastifyRequest } from 'fastify';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { type FieldError, problem } from '#platform/http/problem.ts';
import { problemDetail } from '#platform/http/problem-detail.ts';
import type { Refusal } from '../eligibility/rule.ts';
import { inWords } from '../eligibility/words.ts';
import { bookingProblemDetails } from './problem-details.text.ts';
import { type BookingProblem, bookingProblemTexts } from './problems.text.ts';

const statuses: Record<BookingProblem, number> = {
  'slot-full': 409,
  'registration-not-open': 403,
  'registration-closed': 409,
  'registration-unknown-office': 422,
  'registration-cancelled': 409,
  'registration-already-registered': 409,
  'registration-too-many-registrations': 409,
  'quota-full': 409,
  'none-left': 409,
  'already-booked': 409,
  'not-open': 403,
  'beyond-horizon': 403,
  'login-required': 401,
  'party-too-large': 422,
  'idempotency-key-reused': 422,
  'hold-expired': 410,
  'queue-required': 403,
  'not-the-ticket-holder': 422,
  'already-extended': 409,
  'party-mismatch': 422,
  'hold-is-for-move': 409,
  'too-many-bookings': 409,
  'cancelled-often': 409,
  'not-who-waited': 422,
  'clearance-too-late': 409,
  'not-resident': 422,
  'other-service': 409,
  'not-of-priority-age': 409,
  'too-early': 409,
  'too-late': 409,
  'taken-in-charge': 409,
  'already-confirmed': 409,
  'already-cancelled': 409,
  cancelled: 409,
  'not-for-citizen': 409,
  over: 409,
  'wrong-state': 409,
  'not-bookable': 403,
  'not-eligible': 403,
  'same-person': 422,
  'self-twice': 422,
  'last-person': 409,
  'applicant-stays': 409,
  'companions-needed': 409,
  'answer-offer-first': 409,
  'no-offer': 409,
  'offer-expired': 410,
  'already-asked': 409,
  'already-answered': 409,
  'no-photo-asked': 403,
  'photo-changed': 409,
  'too-many-requests': 429,
  'code-too-soon': 429,
  'code-not-needed': 409,
  'too-near': 409,
  'no-waiting-list': 403,
  'waiting-list-closed': 409,
  'already-waiting': 409,
  'not-waiting': 409,
  'no-seat-offered': 409,
  'unknown-office': 422,
};

/** Where what was sent has to change. */
const fields: Partial<Record<BookingProblem, string>> = {
  'party-too-large': 'party',
  'party-mismatch': 'people',
  'idempotency-key-reused': 'Idempotency-Key',
  'same-person': 'people',
  'self-twice': 'people',
  'unknown-office': 'offices',
  'registration-unknown-office': 'preferences.offices',
  'clearance-too-late': 'clearance.residence',
  'not-resident': 'clearance.residence',
  'not-the-ticket-holder': 'people',
  'not-who-waited': 'people',
};

/** A refusal of a verb as a problem in the caller's language. */
export function refuse(request: FastifyRequest, reason: BookingProblem, errors?: readonly FieldError[]): ApiAnswer {
  const { language } = request;
  const status = statuses[reason];
  const title = bookingProblemTexts.for(language)(reason);
  const field = fields[reason];
  const named = errors ?? (field === undefined ? undefined : [{ field, reason, message: title }]);
  const detail = bookingProblemDetails(reason, language) ?? problemDetail(status, language);
  return { status, body: problem(status, reason, title, { detail, ...(named && { errors: named }) }) };
}

/** This person may not book here: `rule` names the rule that says so, `detail` says it in words. */
export function refuseNotEligible(request: FastifyRequest, refusal: Refusal): ApiAnswer {
  const { title, about } = inWords(refusal, { language: request.language });
  return { status: 403, body: problem(403, 'not-eligible', title, { detail: about, rule: refusal.name }) };
}

/** Fields that are wrong. */
export function refuseFields(request: FastifyRequest, errors: readonly FieldError[], title: string): ApiAnswer {
  const detail = problemDetail(422, request.language, errors);
  return { status: 422, body: problem(422, 'invalid-request', title, { detail, errors }) };
}
