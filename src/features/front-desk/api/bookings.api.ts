import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type ApiAnswer, idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound } from '#platform/http/problem.ts';
import { changeBooking } from '../change-booking.ts';
import { type OfficeParams, noteReading, requireBooking, openDesk } from '../at-office.ts';
import { type DeskAction, deskActions, taskOf } from '../rules.ts';
import { bookingAnswer, deskBookingAnswer } from './booking-answer.ts';

const cancelBody = z.object({
  reason: z.string('required').trim().min(1, 'required').max(500, 'too-long'),
});

const chargeBody = z.object({ message: z.string().trim().max(500, 'too-long').optional() }).nullish();

const bodies: Partial<Record<DeskAction, z.ZodType>> = { cancel: cancelBody, 'take-in-charge': chargeBody };

const summaries: Readonly<Record<DeskAction, string>> = {
  'check-in': 'The person has arrived',
  call: 'Call the person; writes history only',
  serve: 'The person has been served',
  'no-show': 'The person has not come',
  undo: 'Take the last of these marks back',
  confirm: 'Confirm for the citizen or as the office',
  'take-in-charge': 'Begin to work on the booking: the citizen can no longer cancel alone, and is told',
  'give-back': 'Stop working on the booking: the citizen may cancel and move it alone again',
  cancel: 'Cancel, with a reason',
};

/** `GET /offices/{office}/bookings/{code}`, and one address for each thing an operator does to a booking. */
export function addDeskBookingsApi(app: FastifyInstance, deps: Deps): void {
  const tags = ['office'];

  app.get(
    '/api/v1/offices/:office/bookings/:code',
    {
      schema: { tags, security: loginNeeded, summary: 'One booking, as the office sees it' },
      config: { answers: { 200: deskBookingAnswer } },
    },
    async (request: FastifyRequest<OfficeParams>, reply) => {
      const at = await openDesk(deps, request, 'see-booking');
      const booking = await requireBooking(deps, request, at);
      await noteReading(deps, at, { action: 'see-booking', subject: `booking:${booking.id}` });
      void reply.header('cache-control', 'no-store');
      return bookingAnswer(deps.db, deps, request, booking.id);
    },
  );

  for (const action of deskActions) {
    const described = { tags, security: loginNeeded, summary: summaries[action] };
    app.post(
      `/api/v1/offices/:office/bookings/:code/${action}`,
      {
        preValidation: async (request: FastifyRequest<OfficeParams>) =>
          void (await openDesk(deps, request, taskOf[action])),
        schema: bodies[action] ? { ...described, body: bodies[action] } : described,
        config: { answers: { 200: deskBookingAnswer } },
      },
      (request: FastifyRequest<OfficeParams>, reply) => change(request, reply, action),
    );
  }

  async function change(
    request: FastifyRequest<OfficeParams>,
    reply: FastifyReply,
    action: DeskAction,
  ): Promise<FastifyReply> {
    const at = await openDesk(deps, request, taskOf[action]);
    const booking = await requireBooking(deps, request, at);
    const operatorId = at.viewer.accountId;
    const reason = wordsOf(request, action);
    const now = deps.clock.now();
    const answer = await once(
      deps.db,
      idempotencyOf(request, `a:${operatorId}`),
      now,
      async (tx): Promise<ApiAnswer> => {
        const outcome = await changeBooking(tx, deps.secrets, action, { booking, operatorId, reason, now });
        if (outcome.ok) return { status: 200, body: await bookingAnswer(tx, deps, request, booking.id) };
        if (outcome.reason === 'not-found') throw notFound('unknown-booking');
        return refuse(request, outcome.reason);
      },
    );
    return sendAnswer(reply, answer);
  }
}

/** What the people of the booking will read, of the actions that take a body; the schema has checked it. */
function wordsOf({ body }: FastifyRequest, action: DeskAction): string {
  if (action === 'cancel') return (body as z.output<typeof cancelBody>).reason;
  return action === 'take-in-charge' ? ((body as z.output<typeof chargeBody>)?.message ?? '') : '';
}
