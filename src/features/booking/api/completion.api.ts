import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { notFound, problemTitle } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { changeDelivery } from '../delivery/change-delivery.ts';
import { deliveryBody } from '../delivery/delivery-body.ts';
import { deliveryError } from '../delivery/delivery-faults.text.ts';
import { ownBooking } from '../own-booking.ts';
import { bookingAnswer } from './answers.ts';
import { shownBooking } from './booking-view.ts';
import { addPhotoApi } from './completion-photo.api.ts';
import { addPhotoUseApi } from './completion-photo-use.api.ts';
import { refuse, refuseFields } from './refuse.ts';

/** What may follow a booking: its photos, and `PUT /bookings/{code}/delivery`. */
export function addCompletionApi(app: FastifyInstance, deps: Deps): void {
  addPhotoApi(app, deps);
  addPhotoUseApi(app, deps);

  app.put(
    '/api/v1/bookings/:code/delivery',
    {
      preValidation: async (request: FastifyRequest) => void requireViewer(request),
      schema: {
        tags: ['citizen'],
        security: loginNeeded,
        body: deliveryBody,
        summary: 'Choose how the document is delivered, and who collects it',
      },
      config: { answers: { 200: bookingAnswer } },
    },
    async (request, reply) => {
      const booking = await ownBooking(deps, request);
      const { accountId } = requireViewer(request);
      const actor = { kind: 'citizen', accountId } as const;
      const now = deps.clock.now();
      // Checked by the schema.
      const sent = request.body as z.output<typeof deliveryBody>;
      const wish = { bookingId: booking.id, sent, actor, now, today: dayIn(now, booking.timeZone) };
      const outcome = await transact(deps.db, (tx) => changeDelivery(tx, deps.secrets, wish));
      if (outcome.ok) {
        const body = await shownBooking(deps.db, deps, { request, bookingId: booking.id });
        return sendAnswer(reply, { status: 200, body });
      }
      if (outcome.reason === 'not-found') throw notFound();
      if (outcome.reason !== 'faults') return sendAnswer(reply, refuse(request, outcome.reason));
      const errors = (outcome.faults ?? []).map((fault) => deliveryError(fault, request.language));
      return sendAnswer(reply, refuseFields(request, errors, problemTitle('invalid-request', request.language)));
    },
  );
}
