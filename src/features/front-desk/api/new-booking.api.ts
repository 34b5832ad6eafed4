import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  bookingBody,
  bookingProblemTexts,
  type BookedPerson,
  atDesk as rulesAtDesk,
  checkPeople,
  checkResidence,
  type Delivery,
  personError,
  readDelivery,
  refuse,
  refuseFields,
  type SeatEngine,
  wantedSlot,
} from '#features/booking/index.ts';
import { type Offering, offeringAt, questionsOf } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { HttpProblem, notFound, problemTitle } from '#platform/http/problem.ts';
import { languages } from '#platform/language.ts';
import { bookAtDesk } from '../book-at-desk.ts';
import { type AtOffice, type OfficeParams, openDesk } from '../at-office.ts';
import { holdAtDesk, letGo } from '../hold-at-desk.ts';
import { deskChannels, mayUseChannel, usualChannel } from '../desk-channel.ts';
import { bookingAnswer, deskBookingAnswer } from './booking-answer.ts';

const newBookingBody = bookingBody.omit({ hold: true, otp: true, privacyAccepted: true }).extend({
  service: z.string().max(100),
  slot: z.string().regex(/^\d{1,18}$/, 'invalid'),
  party: z.int().min(1, 'out-of-range').max(20, 'out-of-range').optional(),
  channel: z.enum(deskChannels, 'required-choice').optional(),
  language: z.enum(languages, 'required-choice').optional(),
  resident: z
    .boolean()
    .optional()
    .describe('they live in the office’s municipality, where seats are kept for residents'),
  anyAge: z.boolean().default(false).describe('book although somebody is not of the age the service is for'),
});
type NewBooking = z.output<typeof newBookingBody>;

interface Wish {
  readonly at: AtOffice;
  readonly offering: Offering;
  readonly body: NewBooking;
  readonly people: readonly BookedPerson[];
  readonly residence: string | null;
  readonly delivery: Delivery | null;
}

/** `POST /offices/{office}/bookings`: for somebody at the desk or on the telephone. */
export function addNewBookingApi(app: FastifyInstance, deps: Deps, engine: SeatEngine): void {
  app.post(
    '/api/v1/offices/:office/bookings',
    {
      preValidation: async (request: FastifyRequest<OfficeParams>) =>
        void (await openDesk(deps, request, 'book-for-citizen')),
      schema: { body: newBookingBody, tags: ['office'], security: loginNeeded, summary: 'Book for a citizen' },
      config: { answers: { 201: deskBookingAnswer } },
    },
    async (request: FastifyRequest<OfficeParams>, reply) => {
      const at = await openDesk(deps, request, 'book-for-citizen');
      // Checked by the schema.
      const body = request.body as NewBooking;
      const offering = await offeringAt(deps.db, at.office.id, body.service);
      if (!offering) throw notFound('unknown-service');
      const wrong = offering.bookable ? await faultsOf(request, at, offering, body) : refuse(request, 'not-bookable');
      if ('status' in wrong) return sendAnswer(reply, wrong);
      return sendAnswer(reply, await bookNow(request, { at, offering, body, ...wrong }));
    },
  );

  async function bookNow(request: FastifyRequest<OfficeParams>, wish: Wish): Promise<ApiAnswer & { text?: string }> {
    const { at, offering, body, people } = wish;
    const { office, viewer } = at;
    const operatorId = viewer.accountId;
    const now = deps.clock.now();
    const idempotency = idempotencyOf(request, `a:${operatorId}`);
    const asker = { channel: body.channel ?? usualChannel(at), resident: body.resident };
    const seat = {
      operatorId,
      form: randomUUID(),
      office,
      offering,
      slot: body.slot,
      party: people.length,
      asker,
      now,
    };
    // Before the transaction, because the seat engine has connections of its own. An answer that was given before is
    // given again whatever came of this; the seat then goes back.
    const held = await holdAtDesk(deps, engine, seat);
    try {
      return await once(deps.db, idempotency, now, async (tx): Promise<ApiAnswer> => {
        if (!held.ok) return refuse(request, held.reason);
        const outcome = await bookAtDesk(tx, deps.secrets, {
          held,
          officeId: office.id,
          operatorId,
          people,
          contactEmail: body.contactEmail ?? null,
          contactPhone: body.contactPhone || null,
          language: body.language ?? request.language,
          reason: body.reason ?? null,
          notes: body.notes || null,
          delivery: wish.delivery,
          residence: wish.residence,
          channel: body.channel ?? usualChannel(at),
          now,
        });
        if (outcome.ok) return { status: 201, body: await bookingAnswer(tx, deps, request, outcome.bookingId) };
        const { position, reason } = outcome;
        const message = bookingProblemTexts.for(request.language)(reason);
        return refuse(
          request,
          reason,
          position === undefined ? undefined : [{ field: `people.${position}`, reason, message }],
        );
      });
    } finally {
      if (held.ok) await letGo(deps, held);
    }
  }

  /** The people as the offering asks for them, or the answer that says what is wrong. */
  async function faultsOf(
    request: FastifyRequest,
    at: AtOffice,
    offering: Offering,
    body: NewBooking,
  ): Promise<ApiAnswer | Pick<Wish, 'people' | 'residence' | 'delivery'>> {
    const title = problemTitle('invalid-request', request.language);
    if (body.party !== undefined && body.party !== body.people.length) return refuse(request, 'party-mismatch');
    if (offering.reasons.length > 0 && body.reason !== undefined && !offering.reasons.includes(body.reason)) {
      return refuseFields(request, [fieldError('reason', 'required-choice', request.language)], title);
    }
    if (!mayUseChannel(at, body.channel ?? usualChannel(at))) throw new HttpProblem(403, 'forbidden');
    const checked = checkPeople(
      body.people,
      { ...rulesAtDesk(offering, body), questions: await questionsOf(deps.db, offering.id) },
      dayIn(deps.clock.now(), at.office.timeZone),
      (await wantedSlot(deps.db, { slot: body.slot, offeringId: offering.id }))?.day,
    );
    const { language } = request;
    const wanted = { offering, optional: true, language };
    const where = await checkResidence(deps.db, body.clearance?.residence, wanted);
    if (!where.ok) return refuseFields(request, where.errors, title);
    const today = dayIn(deps.clock.now(), at.office.timeZone);
    const delivered = readDelivery(body.delivery, { offering, today, language });
    if (checked.ok && delivered.ok)
      return { people: checked.people, residence: where.residence, delivery: delivered.delivery };
    const faults = checked.ok ? [] : checked.faults.map((fault) => personError(request, fault));
    return refuseFields(request, [...faults, ...(delivered.ok ? [] : delivered.errors)], title);
  }
}
