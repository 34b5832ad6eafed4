import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { markProof } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { bookingPath, type OfficeParams, openDesk, requireBooking } from '../../at-office.ts';

const schema = z.object({ proof: z.enum(['seen', 'not-shown'], 'required') });

/** `/office/:office/bookings/:code/priority-proof`: whether the proof of priority was seen. */
export function addPriorityProof(app: FastifyInstance, deps: Deps): void {
  app.post('/office/:office/bookings/:code/priority-proof', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const booking = await requireBooking(deps, request, at);
    const form = readForm(request, schema);
    if (!form.ok)
      throw new HttpProblem(form.status === 403 ? 403 : 422, form.status === 403 ? 'wrong-csrf' : 'invalid-request');
    const { accountId: operatorId } = at.viewer;
    const outcome = await transact(deps.db, (tx) =>
      markProof(tx, { bookingId: booking.id, operatorId, proof: form.value.proof, now: deps.clock.now() }),
    );
    if (!outcome.ok) throw notFound('unknown-booking');
    return goTo(reply, bookingPath(at.office, booking.code));
  });
}
