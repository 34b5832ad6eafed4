import type { FastifyRequest } from 'fastify';
import type { Viewer } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import type { ApiAnswer } from '#platform/http/idempotency.ts';
import { problemTitle } from '#platform/http/problem.ts';
import { bookingByCode } from '../booking.query.ts';
import type { CodeVerdict } from '../one-time-code/check-code.ts';
import { acceptSeat } from '../waiting-list/answer-seat.ts';
import { type Entry, openSeat } from '../waiting-list/entry.query.ts';
import { ownAnswers } from '../waiting-list/own-answers.ts';
import { shownBooking } from './booking-view.ts';
import { makeBooking } from './make-booking.ts';
import { refuse, refuseFields } from './refuse.ts';
import type { AcceptBody } from './waiting-list-body.ts';

/** Books the seat that an entry is offered: with the people sent, or for the account's own person. */
export async function acceptOverApi(
  tx: Tx,
  deps: Deps,
  asked: { request: FastifyRequest; viewer: Viewer; body: AcceptBody; entry: Entry; code: CodeVerdict },
): Promise<ApiAnswer> {
  const { request, viewer, body, entry, code } = asked;
  const { language } = request;
  const title = problemTitle('invalid-request', language);
  const required = (field: string) => refuseFields(request, [fieldError(field, 'required', language)], title);
  const now = deps.clock.now();
  const seat = openSeat(entry, now);
  if (!seat) return refuse(request, entry.offer ? 'offer-expired' : 'no-seat-offered');
  if (!body.privacyAccepted) return required('privacyAccepted');
  const { people } = body;
  if (people) return makeBooking(tx, deps, { request, viewer, body: { ...body, people, hold: seat.holdId }, code });
  const own = await ownAnswers(deps, { entry, seat, language, byLink: false });
  if (own.kind === 'not-eligible') return refuse(request, 'not-eligible');
  if (own.kind === 'to-ask') return required('people');
  const { answers } = own;
  const outcome = await acceptSeat(tx, deps.secrets, { entryId: entry.id, offerId: seat.id, answers, language, now });
  if (!outcome.ok)
    return refuse(
      request,
      outcome.reason === 'not-found' || outcome.reason === 'no-offer' ? 'no-seat-offered' : outcome.reason,
    );
  const booking = await bookingByCode(tx, deps.secrets, outcome.code);
  if (!booking) return refuse(request, 'no-seat-offered');
  return { status: 201, body: await shownBooking(tx, deps, { request, bookingId: booking.id }) };
}
