import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireVerified, requireViewer, type Viewer } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { notFound } from '#platform/http/problem.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type Booking, bookingsOfAccount } from '../booking.query.ts';
import { historiesOf } from '../history.query.ts';
import { cancelBooking } from '../cancel.ts';
import { confirmBooking } from '../confirm.ts';
import { ownBooking } from '../own-booking.ts';
import { acceptMove, declineMove } from '../moves/answer-offer.ts';
import { askOffice } from '../requests/ask-office.ts';
import { longestRequest, requestKinds } from '../requests/request.rules.ts';
import { reschedule } from '../reschedule.ts';
import { sendCalendarFile } from '../send-calendar-file.ts';
import { bookingAnswer } from './answers.ts';
import { type BookingBody, bookingBody } from './booking-body.ts';
import { bookingView, shownBooking } from './booking-view.ts';
import { makeBooking, ownerOf } from './make-booking.ts';
import type { BookingProblem } from './problems.text.ts';
import { refuse } from './refuse.ts';

const tags = ['citizen'];
const loginFirst = async (request: FastifyRequest) => void requireViewer(request);

const summaries = {
  confirm: 'Confirm a booking',
  cancel: 'Cancel a booking',
  'accept-move': 'Take the seat that the office offers instead',
  'decline-move': 'Turn down the seat that the office offers',
} as const;

const requestBody = z.object({
  kind: z.enum(requestKinds),
  text: z.string('required').trim().min(1, 'required').max(longestRequest, 'too-long'),
});

/** `POST /bookings`, `GET /bookings[/{code}]`, and what the citizen may do with one. */
export function addBookingsApi(app: FastifyInstance, deps: Deps): void {
  app.post(
    '/api/v1/bookings',
    {
      preValidation: async (request) => void requireVerified(request),
      schema: { body: bookingBody, tags, security: loginNeeded, summary: 'Turn a hold into a booking' },
      config: { answers: { 201: bookingAnswer } },
    },
    async (request, reply) => {
      const viewer = requireVerified(request);
      // Checked by the schema.
      const body = request.body as BookingBody;
      const idempotency = idempotencyOf(request, `a:${viewer.accountId}`);
      return sendAnswer(
        reply,
        await once(deps.db, idempotency, deps.clock.now(), (tx) => makeBooking(tx, deps, { request, viewer, body })),
      );
    },
  );

  app.get<{ Querystring: z.output<typeof pageQuery> }>(
    '/api/v1/bookings',
    {
      preValidation: loginFirst,
      schema: { querystring: pageQuery, tags, security: loginNeeded, summary: 'One’s own bookings' },
      config: { answers: { 200: z.object({ items: z.array(bookingAnswer), nextCursor: z.string().nullable() }) } },
    },
    async (request, reply) => {
      const viewer = requireViewer(request);
      const now = deps.clock.now();
      const found = await bookingsOfAccount(deps.db, deps.secrets, { accountId: viewer.accountId, now });
      const page = pageOf(found, request.query, (booking) => booking.id);
      const histories = await historiesOf(
        deps.db,
        page.items.map((booking) => booking.id),
      );
      const items = page.items.map((booking) =>
        bookingView(booking, histories.get(booking.id) ?? [], { language: request.language, now }),
      );
      return sendAnswer(reply, { status: 200, body: { items, nextCursor: page.nextCursor } });
    },
  );

  app.get(
    '/api/v1/bookings/:code',
    {
      schema: { tags, security: loginNeeded, summary: 'One booking, with its history' },
      config: { answers: { 200: bookingAnswer } },
    },
    async (request, reply) => {
      const booking = await ownBooking(deps, request);
      return sendAnswer(reply, {
        status: 200,
        body: await shownBooking(deps.db, deps, { request, bookingId: booking.id }),
      });
    },
  );

  app.get(
    '/api/v1/bookings/:code/event.ics',
    {
      schema: { tags, security: loginNeeded, summary: 'The calendar entry of a booking' },
      config: {
        answers: { 200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } } },
      },
    },
    async (request, reply) => {
      const booking = await ownBooking(deps, request);
      return sendCalendarFile(reply, deps, booking, request.language);
    },
  );

  change('confirm', (tx, booking, viewer) =>
    confirmBooking(tx, { bookingId: booking.id, accountId: viewer.accountId, now: deps.clock.now() }),
  );
  change('cancel', (tx, booking, viewer) =>
    cancelBooking(tx, { bookingId: booking.id, accountId: viewer.accountId, now: deps.clock.now() }),
  );

  change('accept-move', (tx, booking, viewer) =>
    acceptMove(tx, deps.secrets, { bookingId: booking.id, accountId: viewer.accountId, now: deps.clock.now() }),
  );
  change('decline-move', (tx, booking, viewer) =>
    declineMove(tx, { bookingId: booking.id, accountId: viewer.accountId, now: deps.clock.now() }),
  );

  app.post(
    '/api/v1/bookings/:code/requests',
    {
      preValidation: loginFirst,
      schema: {
        body: requestBody,
        tags,
        security: loginNeeded,
        summary: 'Ask the office for what one may not do alone',
      },
      config: { answers: { 200: bookingAnswer } },
    },
    async (request, reply) => {
      // Checked by the schema.
      const asked = request.body as z.output<typeof requestBody>;
      return decide(request, reply, (tx, booking, viewer) =>
        askOffice(tx, deps.secrets, {
          ...asked,
          bookingId: booking.id,
          accountId: viewer.accountId,
          now: deps.clock.now(),
        }),
      );
    },
  );

  app.post(
    '/api/v1/bookings/:code/reschedule',
    {
      preValidation: loginFirst,
      schema: {
        body: z.object({ hold: z.uuid('invalid').describe('made with `reschedule`') }),
        tags,
        security: loginNeeded,
        summary: 'Move a booking to a seat held for it',
      },
      config: { answers: { 200: bookingAnswer } },
    },
    async (request, reply) => {
      // Checked by the schema.
      const { hold } = request.body as { hold: string };
      return decide(request, reply, (tx, booking, viewer) =>
        reschedule(tx, deps.secrets, {
          bookingId: booking.id,
          holdId: hold,
          owner: ownerOf(request, viewer),
          accountId: viewer.accountId,
          now: deps.clock.now(),
        }),
      );
    },
  );

  type Change = (tx: Tx, booking: Booking, viewer: Viewer) => Promise<Outcome<object, BookingProblem | 'not-found'>>;

  function change(action: keyof typeof summaries, verb: Change): void {
    const summary = summaries[action];
    app.post(
      `/api/v1/bookings/:code/${action}`,
      { schema: { tags, security: loginNeeded, summary }, config: { answers: { 200: bookingAnswer } } },
      (request, reply) => decide(request, reply, verb),
    );
  }

  async function decide(request: FastifyRequest, reply: FastifyReply, verb: Change): Promise<FastifyReply> {
    const viewer = requireViewer(request);
    const booking = await ownBooking(deps, request);
    const idempotency = idempotencyOf(request, `a:${viewer.accountId}`);
    const answer = await once(deps.db, idempotency, deps.clock.now(), async (tx): Promise<ApiAnswer> => {
      const outcome = await verb(tx, booking, viewer);
      // Asked again for what is done already: nothing changes, and the answer is the booking as it is.
      const done = outcome.ok || outcome.reason === 'already-confirmed' || outcome.reason === 'already-cancelled';
      if (done) return { status: 200, body: await shownBooking(tx, deps, { request, bookingId: booking.id }) };
      if (outcome.reason === 'not-found') throw notFound();
      return refuse(request, outcome.reason);
    });
    return sendAnswer(reply, answer);
  }
}
