import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { codiceFiscaleTexts, requireVerified, requireViewer, type Viewer } from '#features/identity/index.ts';
import { findOfferingById } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { type FieldError, notFound, problemTitle } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import type { Outcome } from '#platform/transaction.ts';
import { book } from '../book.ts';
import { type Booking, bookingByCode, bookingById, bookingsOfAccount, historyOf } from '../booking.query.ts';
import { calendarEntry } from '../calendar-entry.ts';
import { cancelBooking } from '../cancel.ts';
import { confirmBooking } from '../confirm.ts';
import { browserOf } from '../hold-cookie.ts';
import { findHold } from '../hold.query.ts';
import type { HoldOwner } from '../hold-owner.ts';
import { checkPeople, type PersonFault, personSchema } from '../people.ts';
import { reschedule } from '../reschedule.ts';
import { readCode, reasons } from '../rules.ts';
import { bookingView } from './booking-view.ts';
import type { BookingProblem } from './problems.text.ts';
import { bookingProblemTexts } from './problems.text.ts';
import { refuse, refuseFields } from './refuse.ts';

const text = (most: number) => z.string().trim().max(most, 'too-long').optional();

const deliveryBody = z.object({
  mode: z.enum(['office', 'address']),
  address: text(300),
  delegate: z
    .object({
      givenName: z.string().trim().min(1, 'required').max(100, 'too-long'),
      familyName: z.string().trim().min(1, 'required').max(100, 'too-long'),
      birthDate: z.iso.date('date'),
      codiceFiscale: text(24),
    })
    .optional(),
});

/** A booking as sent; the desk asks for the same, without the parts that only a citizen has. */
export const bookingBody = z.object({
  hold: z.uuid('invalid'),
  people: z.array(personSchema).min(1, 'required').max(20, 'too-long'),
  reason: z.enum(reasons).optional(),
  delivery: deliveryBody.optional(),
  notes: text(500),
  contactEmail: z.email('email').max(254).optional(),
  contactPhone: text(30),
  privacyAccepted: z.boolean(),
  otp: text(10),
});

/** `POST /bookings`, `GET /bookings[/{code}]`, and what the citizen may do with one. */
export function addBookingsApi(app: FastifyInstance, deps: Deps): void {
  app.post('/api/v1/bookings', { schema: { body: bookingBody, tags: ['citizen'] } }, async (request, reply) => {
    const viewer = requireVerified(request);
    // Checked by the schema.
    const body = request.body as z.output<typeof bookingBody>;
    const idempotency = idempotencyOf(request, `a:${viewer.accountId}`);
    return sendAnswer(
      reply,
      await once(deps.db, idempotency, deps.clock.now(), (tx) => makeBooking(tx, request, viewer, body)),
    );
  });

  app.get('/api/v1/bookings', async (request) => {
    const viewer = requireViewer(request);
    const now = deps.clock.now();
    const found = await bookingsOfAccount(deps.db, deps.secrets, { accountId: viewer.accountId, now });
    const items = await Promise.all(found.map(async (booking) => view(request, booking)));
    return { items, nextCursor: null };
  });

  app.get<{ Params: { code: string } }>('/api/v1/bookings/:code', async (request) => view(request, await own(request)));

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
      if (done) return { status: 200, body: await viewIn(tx, request, booking.id) };
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

  async function view(request: FastifyRequest, booking: Booking): Promise<Record<string, unknown>> {
    return bookingView(booking, await historyOf(deps.db, booking.id), {
      language: request.language,
      now: deps.clock.now(),
    });
  }

  async function viewIn(tx: Tx, request: FastifyRequest, bookingId: string): Promise<Record<string, unknown>> {
    const booking = await bookingById(tx, deps.secrets, bookingId);
    if (booking === undefined) throw notFound();
    return bookingView(booking, await historyOf(tx, bookingId), { language: request.language, now: deps.clock.now() });
  }

  async function makeBooking(
    tx: Tx,
    request: FastifyRequest,
    viewer: Viewer,
    body: z.output<typeof bookingBody>,
  ): Promise<ApiAnswer> {
    const now = deps.clock.now();
    const owner = ownerOf(request, viewer);
    if (!body.privacyAccepted) {
      return refuseFields(request, [fieldError('privacyAccepted', 'required', request.language)], title(request));
    }
    const held = await findHold(tx, deps.secrets, { holdId: body.hold, owner });
    const offering = held && (await findOfferingById(tx, held.offeringId));
    if (!held || !offering) return refuse(request, 'hold-expired');
    if (offering.reasons.length > 0 && body.reason !== undefined && !offering.reasons.includes(body.reason)) {
      return refuseFields(request, [fieldError('reason', 'required-choice', request.language)], title(request));
    }
    const checked = checkPeople(body.people, offering, dayIn(now, held.timeZone));
    if (!checked.ok)
      return refuseFields(
        request,
        checked.faults.map((fault) => personError(request, fault)),
        title(request),
      );
    const outcome = await book(tx, deps.secrets, {
      holdId: body.hold,
      owner,
      accountId: viewer.accountId,
      people: checked.people,
      contactEmail: body.contactEmail ?? viewer.email,
      contactPhone: body.contactPhone ?? null,
      language: request.headers['accept-language'] === undefined ? viewer.language : request.language,
      reason: body.reason ?? null,
      notes: body.notes || null,
      delivery: body.delivery ?? null,
      channel: 'web',
      createdBy: null,
      now,
    });
    if (outcome.ok) return { status: 201, body: await viewIn(tx, request, outcome.bookingId) };
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
}

/** The calendar entry of a booking. */
export async function sendEventFile(
  reply: FastifyReply,
  deps: Deps,
  booking: Booking,
  language: Language,
): Promise<FastifyReply> {
  const history = await historyOf(deps.db, booking.id);
  return reply
    .type('text/calendar; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="turno-${booking.code}.ics"`)
    .send(calendarEntry(booking, history, { publicUrl: deps.config.publicUrl, language }));
}

function ownerOf(request: FastifyRequest, viewer: Viewer): HoldOwner {
  return { kind: 'account', accountId: viewer.accountId, browser: browserOf(request) };
}

function title(request: FastifyRequest): string {
  return problemTitle('invalid-request', request.language);
}

/** A person's fault as a field error: `people.0.codiceFiscale`. */
export function personError(request: FastifyRequest, fault: PersonFault): FieldError {
  const field = `people.${fault.position}.${fault.field}`;
  switch (fault.reason) {
    case 'codice-fiscale-form':
    case 'codice-fiscale-check-character':
    case 'codice-fiscale-name':
    case 'codice-fiscale-birth-date': {
      const cause = codiceFiscaleCauses[fault.reason];
      return { field, reason: fault.reason, message: codiceFiscaleTexts.for(request.language)(cause) };
    }
    case 'same-person':
    case 'self-twice':
      return { field, reason: fault.reason, message: bookingProblemTexts.for(request.language)(fault.reason) };
    case 'required':
    case 'date':
    case 'date-future':
      return fieldError(field, fault.reason, request.language);
  }
}

const codiceFiscaleCauses = {
  'codice-fiscale-form': 'form',
  'codice-fiscale-check-character': 'check-character',
  'codice-fiscale-name': 'name',
  'codice-fiscale-birth-date': 'birth-date',
} as const;
