import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireVerified, requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { pageOf, pageQuery } from '#platform/http/paging.ts';
import { bookingsOfAccount } from '../booking.query.ts';
import { historiesOf } from '../history.query.ts';
import { ownBooking } from '../own-booking.ts';
import { sendCalendarFile } from '../calendar-file/send-calendar-file.ts';
import { bookingAnswer } from './answers.ts';
import { type BookingBody, bookingBody } from './booking-body.ts';
import { withFileForms } from '../attachments/routes.ts';
import { addAttachmentsApi } from './attachments.api.ts';
import { whyDecided } from './photo-standing-view.ts';
import { addCompletionApi } from './completion.api.ts';
import { addBookingChangesApi } from './booking-changes.api.ts';
import { bookingView, shownBooking } from './booking-view.ts';
import { makeBooking } from './make-booking.ts';
import { addWaitingListApi } from './waiting-list.api.ts';
import { codeVerdict } from './one-time-code.api.ts';

const tags = ['citizen'];

/** `POST /bookings`, `GET /bookings[/{code}]`, its calendar entry, and what the citizen may do with one. */
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
      const code = await codeVerdict(deps, { request, viewer, body, idempotency });
      return sendAnswer(
        reply,
        await once(deps.db, idempotency, deps.clock.now(), (tx) =>
          makeBooking(tx, deps, { request, viewer, body, code }),
        ),
      );
    },
  );

  app.get<{ Querystring: z.output<typeof pageQuery> }>(
    '/api/v1/bookings',
    {
      preValidation: async (request) => void requireViewer(request),
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
      const items = await Promise.all(
        page.items.map(async (booking) => {
          const decisions = await whyDecided(deps.db, deps.secrets, booking);
          return bookingView(booking, histories.get(booking.id) ?? [], { language: request.language, now, decisions });
        }),
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

  addBookingChangesApi(app, deps);
  addWaitingListApi(app, deps);
  withFileForms(app, deps, addAttachmentsApi, addCompletionApi);
}
