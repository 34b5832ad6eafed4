import type { FastifyRequest } from 'fastify';
import { provedAbroad, type Viewer } from '#features/identity/index.ts';
import { findOfferingById, questionsOf } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { problemTitle } from '#platform/http/problem.ts';
import { book } from '../book.ts';
import { whyNotEligible } from '../eligibility/eligible.ts';
import { checkResidence } from '../clearance/residence.ts';
import { readDelivery } from '../delivery/read-delivery.ts';
import { findHold } from '../hold/hold.query.ts';
import { browserOf } from '../hold/hold-cookie.ts';
import type { HoldOwner } from '../hold/hold-owner.ts';
import type { CodeVerdict } from '../one-time-code/check-code.ts';
import { codeError } from '../one-time-code/code-error.ts';
import { ageForHold } from '../priority/priority.query.ts';
import { checkPeople } from '../people.ts';
import type { BookingBody } from './booking-body.ts';
import { shownBooking } from './booking-view.ts';
import { personError } from './person-error.ts';
import { bookingProblemTexts } from './problems.text.ts';
import { refuse, refuseFields, refuseNotEligible } from './refuse.ts';

/** Turns a hold into a booking as the API's clients ask for it; refusals are problems with a message for each field. */
export async function makeBooking(
  tx: Tx,
  deps: Deps,
  { request, viewer, body, code }: { request: FastifyRequest; viewer: Viewer; body: BookingBody; code: CodeVerdict },
): Promise<ApiAnswer> {
  const now = deps.clock.now();
  const title = problemTitle('invalid-request', request.language);
  if (!body.privacyAccepted) {
    return refuseFields(request, [fieldError('privacyAccepted', 'required', request.language)], title);
  }
  const { owner, held } = await heldBy(tx, deps, { request, viewer, holdId: body.hold });
  const offering = held && (await findOfferingById(tx, held.offeringId));
  if (!held || !offering) return refuse(request, 'hold-expired');
  if (offering.oneTimeCode && !code.ok && held.state === 'live')
    return refuseFields(request, [codeError('otp', code, request.language)], title);
  if (offering.reasons.length > 0 && body.reason !== undefined && !offering.reasons.includes(body.reason)) {
    return refuseFields(request, [fieldError('reason', 'required-choice', request.language)], title);
  }
  const checked = checkPeople(
    body.people,
    {
      ...offering,
      reason: body.reason,
      questions: await questionsOf(tx, offering.id),
      priorityAge: await ageForHold(tx, body.hold),
      abroad: await provedAbroad(tx, viewer.accountId),
    },
    dayIn(now, held.timeZone),
    held.day,
  );
  const { language } = request;
  const delivered = readDelivery(body.delivery, { offering, today: dayIn(now, held.timeZone), language });
  if (!checked.ok || !delivered.ok) {
    const faults = checked.ok ? [] : checked.faults.map((fault) => personError(request, fault));
    return refuseFields(request, [...faults, ...(delivered.ok ? [] : delivered.errors)], title);
  }
  const { people } = checked;
  const where = await checkResidence(tx, body.clearance?.residence, { offering, language });
  if (!where.ok) return refuseFields(request, where.errors, title);
  const booker = { viewer, offering, now, day: held.day, people };
  const notEligible = held.state === 'live' ? await whyNotEligible(tx, booker) : undefined;
  if (notEligible) return refuseNotEligible(request, notEligible);
  const outcome = await book(tx, deps.secrets, {
    holdId: body.hold,
    owner,
    accountId: viewer.accountId,
    people,
    contactEmail: body.contactEmail ?? viewer.email,
    contactPhone: body.contactPhone ?? null,
    language: request.headers['accept-language'] === undefined ? viewer.language : request.language,
    reason: body.reason ?? null,
    notes: body.notes || null,
    delivery: delivered.delivery,
    residence: where.residence,
    channel: 'web',
    createdBy: null,
    now,
  });
  // A page's second click may be shown the booking; here another body could name other people than those booked. Asking
  // again is what the idempotency key is for.
  if (outcome.ok && outcome.wasThere) return refuse(request, 'hold-expired');
  if (outcome.ok) return { status: 201, body: await shownBooking(tx, deps, { request, bookingId: outcome.bookingId }) };
  const { position } = outcome;
  return position === undefined
    ? refuse(request, outcome.reason)
    : refuse(request, outcome.reason, [
        {
          field: `people.${position}`,
          reason: outcome.reason,
          message: bookingProblemTexts.for(request.language)('already-booked'),
        },
      ]);
}

/** What the account or its browser holds, or a seat that is kept for it from a waiting list. */
export async function heldBy(
  db: Db | Tx,
  { secrets }: Deps,
  { request, viewer, holdId }: { request: FastifyRequest; viewer: Viewer; holdId: string },
) {
  const owner = ownerOf(request, viewer);
  const held = await findHold(db, secrets, { holdId, owner });
  if (held) return { owner, held };
  const offered: HoldOwner = { kind: 'list', accountId: viewer.accountId, holdId };
  return { owner: offered, held: await findHold(db, secrets, { holdId, owner: offered }) };
}

/** An account, with what its browser held before login. */
export function ownerOf(request: FastifyRequest, viewer: Viewer): HoldOwner {
  return { kind: 'account', accountId: viewer.accountId, browser: browserOf(request) };
}
