import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireVerified, requireViewer, type Viewer } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { notFound } from '#platform/http/problem.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type Booking, bookingByCode, bookingsOfAccount } from '../booking.query.ts';
import { historiesOf } from '../history.query.ts';
import { cancelBooking } from '../cancel.ts';
import { confirmBooking } from '../confirm.ts';
import { reschedule } from '../reschedule.ts';
import { readCode } from '../rules.ts';
import { type BookingBody, bookingBody } from './booking-body.ts';
import { bookingView, shownBooking } from './booking-view.ts';
import { sendEventFile } from './event-file.ts';
import { makeBooking, ownerOf } from './make-booking.ts';
import type { BookingProblem } from './problems.text.ts';
import { refuse } from './refuse.ts';

/** `POST /bookings`, `GET /bookings[/{code}]`, and what the citizen may do with one. */
export function addBookingsApi(app: FastifyInstance, deps: Deps): void {
  app.post('/api/v1/bookings', { schema: { body: bookingBody, tags: ['citizen'] } }, async (request, reply) => {
    const viewer = requireVerified(request);
    // Checked by the schema.
    const body = request.body as BookingBody;
    const idempotency = idempotencyOf(request, `a:${viewer.accountId}`);
    return sendAnswer(
      reply,
      await once(deps.db, idempotency, deps.clock.now(), (tx) => makeBooking(tx, deps, { request, viewer, body })),
    );
  });

  app.get('/api/v1/bookings', async (request) => {
    const viewer = requireViewer(request);
    const now = deps.clock.now();
    const found = await bookingsOfAccount(deps.db, deps.secrets, { accountId: viewer.accountId, now });
    const histories = await historiesOf(
      deps.db,
      found.map((booking) => booking.id),
    );
    const items = found.map((booking) =>
      bookingView(booking, histories.get(booking.id) ?? [], { language: request.language, now }),
    );
    return { items, nextCursor: null };
  });

  app.get<{ Params: { code: string } }>('/api/v1/bookings/:code', async (request) => {
    const booking = await own(request);
    return shownBooking(deps.db, deps, { request, bookingId: booking.id });
  });

  app.get<{ Params: { code: string } }>('/api/v1/bookings/:code/event.ics', async (request, reply) => {
    const booking = await own(request);
    return sendEventFile(reply, deps, booking, request.language);
  });

  change('confirm', (tx, booking, viewer) =>
    confirmBooking(tx, { bookingId: booking.id, accountId: viewer.accountId, now: deps.clock.now() }),
  );
  change('cancel', (tx, booking, viewer) =>
    cancelBooking(tx, { bookingId: booking.id, accountId: viewer.accountId, now: deps.clock.now() }),
  );

  app.post<{ Params: { code: string } }>(
    '/api/v1/bookings/:code/reschedule',
    { schema: { body: z.object({ hold: z.uuid('invalid') }), tags: ['citizen'] } },
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

  function change(action: 'confirm' | 'cancel', verb: Change): void {
    app.post<{ Params: { code: string } }>(`/api/v1/bookings/:code/${action}`, (request, reply) =>
      decide(request, reply, verb),
    );
  }

  async function decide(request: FastifyRequest, reply: FastifyReply, verb: Change): Promise<FastifyReply> {
    const viewer = requireViewer(request);
    const booking = await own(request);
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

  async function own(request: FastifyRequest): Promise<Booking> {
    const viewer = requireViewer(request);
    // Routes that call this have a code.
    const { code } = request.params as { code: string };
    const booking = await bookingByCode(deps.db, deps.secrets, readCode(code));
    if (booking?.accountId !== viewer.accountId) throw notFound();
    return booking;
  }
}
