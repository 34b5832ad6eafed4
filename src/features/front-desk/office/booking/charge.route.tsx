import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Booking } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, bookingPath, type OfficeParams, openDesk, requireBooking } from '../../at-office.ts';
import { changeBooking } from '../../change-booking.ts';
import { possibleActions } from '../../rules.ts';
import { ChargeView, longestMessage } from './charge.view.tsx';
import { afterDeed } from '../done.view.tsx';

const chargeForm = z.object({
  message: z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(longestMessage, 'too-long')),
});

/** `/office/:office/bookings/:code/take-in-charge`: the question, and the answer. */
export function addChargePages(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/bookings/:code/take-in-charge', async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    const context = reply.pageContext();
    if (!possibleActions(booking, deps.clock.now()).includes('take-in-charge')) return back(reply, at, booking);
    return page(
      reply,
      <ChargeView context={context} at={at} booking={booking} form={freshForm(context.language, {})} />,
    );
  });

  app.post('/office/:office/bookings/:code/take-in-charge', async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    const form = readForm(request, chargeForm);
    if (!form.ok) {
      const context = reply.pageContext();
      const state = { language: context.language, values: form.values, errors: form.errors };
      return page(reply.code(form.status), <ChargeView context={context} at={at} booking={booking} form={state} />);
    }
    const change = { booking, operatorId: at.viewer.accountId, reason: form.value.message, now: deps.clock.now() };
    const outcome = await transact(deps.db, (tx) => changeBooking(tx, deps.secrets, 'take-in-charge', change));
    if (!outcome.ok && outcome.reason === 'not-found') throw notFound('unknown-booking');
    // Somebody was faster, or it is over: its page says how it stands.
    return outcome.ok ? goTo(reply, afterDeed(at.office, booking.code, 'take-in-charge')) : back(reply, at, booking);
  });

  async function open(request: FastifyRequest<OfficeParams>): Promise<{ at: AtOffice; booking: Booking }> {
    const at = await openDesk(deps, request, 'take-in-charge');
    return { at, booking: await requireBooking(deps, request, at) };
  }
}

function back(reply: FastifyReply, at: AtOffice, booking: Booking): FastifyReply {
  return goTo(reply, bookingPath(at.office, booking.code));
}
