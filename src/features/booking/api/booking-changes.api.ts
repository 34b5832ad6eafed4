import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer, type Viewer } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound } from '#platform/http/problem.ts';
import { tooManyRequests } from '#platform/http/request-count.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Booking } from '../booking.query.ts';
import { cancelBooking } from '../cancel.ts';
import { confirmBooking } from '../confirmation/confirm.ts';
import { acceptMove, declineMove } from '../moves/answer-offer.ts';
import { ownBooking } from '../own-booking.ts';
import { askOffice } from '../requests/ask-office.ts';
import { mayAskAgainAt } from '../requests/request.query.ts';
import { longestRequest, requestKinds, requestsADay } from '../requests/request.rules.ts';
import { removePerson } from '../removal/remove-person.ts';
import { reschedule } from '../reschedule.ts';
import { bookingAnswer } from './answers.ts';
import { shownBooking } from './booking-view.ts';
import { ownerOf } from './make-booking.ts';
import type { BookingProblem } from './problems.text.ts';
import { refuse } from './refuse.ts';

const requestBody = z.object({
  kind: z.enum(requestKinds),
  text: z.string('required').trim().min(1, 'required').max(longestRequest, 'too-long'),
});
const personParams = z.object({ code: z.string(), position: z.coerce.number().int().min(0).max(99) });
const rescheduleBody = z.object({ hold: z.uuid('invalid').describe('made with `reschedule`') });

interface Change {
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly params?: z.ZodType;
  /** A refusal that says it is done already: nothing changes, and the answer is the booking as it is. */
  readonly done?: BookingProblem;
}

type Verb = (
  tx: Tx,
  asked: { booking: Booking; viewer: Viewer; now: Temporal.Instant; request: FastifyRequest },
) => Promise<Outcome<object, BookingProblem | 'not-found'>>;

/** What a citizen does with a booking: one address for each, `POST /bookings/{code}/…`. */
export function addBookingChangesApi(app: FastifyInstance, deps: Deps): void {
  change('confirm', { summary: 'Confirm a booking', done: 'already-confirmed' }, (tx, asked) =>
    confirmBooking(tx, aboutOf(asked)),
  );
  change('cancel', { summary: 'Cancel a booking', done: 'already-cancelled' }, (tx, asked) =>
    cancelBooking(tx, aboutOf(asked)),
  );
  change('accept-move', { summary: 'Take the seat that the office offers instead' }, (tx, asked) =>
    acceptMove(tx, deps.secrets, aboutOf(asked)),
  );
  change('decline-move', { summary: 'Turn down the seat that the office offers' }, (tx, asked) =>
    declineMove(tx, aboutOf(asked)),
  );
  change('reschedule', { summary: 'Move a booking to a seat held for it', body: rescheduleBody }, (tx, asked) => {
    // Checked by the schema.
    const { hold: holdId } = asked.request.body as z.output<typeof rescheduleBody>;
    return reschedule(tx, deps.secrets, { ...aboutOf(asked), holdId, owner: ownerOf(asked.request, asked.viewer) });
  });
  change(
    'people/:position/remove',
    { summary: 'Come without one of the people; the others keep their positions', params: personParams },
    (tx, asked) => {
      // Checked by the schema.
      const { position } = asked.request.params as z.output<typeof personParams>;
      return removePerson(tx, { ...aboutOf(asked), position });
    },
  );
  change('requests', { summary: 'Ask the office for what one may not do alone', body: requestBody }, (tx, asked) => {
    // Checked by the schema.
    const wish = asked.request.body as z.output<typeof requestBody>;
    return askOffice(tx, deps.secrets, { ...aboutOf(asked), ...wish });
  });

  function change(action: string, { summary, body, params, done }: Change, verb: Verb): void {
    const preValidation = async (request: FastifyRequest) => void requireViewer(request);
    const described = { tags: ['citizen'], security: loginNeeded, summary };
    app.post(
      `/api/v1/bookings/:code/${action}`,
      {
        preValidation,
        schema: { ...described, ...(body && { body }), ...(params && { params }) },
        config: { answers: { 200: bookingAnswer } },
      },
      (request, reply) => decide(request, reply, { verb, done }),
    );
  }

  async function decide(
    request: FastifyRequest,
    reply: FastifyReply,
    { verb, done }: { verb: Verb; done: BookingProblem | undefined },
  ): Promise<FastifyReply> {
    const viewer = requireViewer(request);
    const booking = await ownBooking(deps, request);
    const idempotency = idempotencyOf(request, `a:${viewer.accountId}`);
    const now = deps.clock.now();
    const answer = await once(deps.db, idempotency, now, async (tx): Promise<ApiAnswer> => {
      const outcome = await verb(tx, { booking, viewer, now, request });
      if (outcome.ok || outcome.reason === done)
        return { status: 200, body: await shownBooking(tx, deps, { request, bookingId: booking.id }) };
      if (outcome.reason === 'not-found') throw notFound();
      // Thrown, so that the key keeps no answer: the same request is made when its time has come.
      if (outcome.reason === 'too-many-requests') {
        const again = await mayAskAgainAt(tx, booking.id);
        throw tooManyRequests({ most: requestsADay, retryAfter: again?.since(now).total('seconds') ?? 0 });
      }
      return refuse(request, outcome.reason);
    });
    return sendAnswer(reply, answer);
  }
}

function aboutOf({ booking, viewer, now }: Parameters<Verb>[1]) {
  return { bookingId: booking.id, accountId: viewer.accountId, now };
}
