import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { listCountries } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { Booking } from '../../booking.query.ts';
import { mayComplete } from '../../completion/completion.rules.ts';
import { changeDelivery } from '../../delivery/change-delivery.ts';
import { deliveryError } from '../../delivery/delivery-faults.text.ts';
import { sentDelivery, shownDelivery } from '../../delivery/delivery.form.ts';
import { ownBooking } from '../../own-booking.ts';
import { DeliveryView } from './delivery.view.tsx';

const anything = z.record(z.string(), z.unknown());

/** `/bookings/:code/delivery`: how the document reaches its person. Never by a link without login. */
export function addDeliveryPage(app: FastifyInstance, deps: Deps): void {
  const address = '/bookings/:code/delivery';

  app.get(address, async (request, reply) => {
    const booking = await ownBooking(deps, request);
    if (booking.completion.delivery === 'none') return goTo(reply, `/bookings/${booking.code}`);
    return show(reply, booking, freshForm(request.language, shownDelivery(booking.delivery)));
  });

  app.post(address, async (request: FastifyRequest, reply) => {
    const booking = await ownBooking(deps, request);
    if (!mayComplete(booking, deps.clock.now())) return goTo(reply, `/bookings/${booking.code}/delivery`);
    const { language } = request;
    const form = readForm(request, anything);
    if (!form.ok) return show(reply.code(form.status), booking, { language, values: form.values, errors: form.errors });
    const now = deps.clock.now();
    const { accountId } = requireViewer(request);
    const outcome = await transact(deps.db, (tx) =>
      changeDelivery(tx, deps.secrets, {
        bookingId: booking.id,
        sent: sentDelivery(form.values),
        actor: { kind: 'citizen', accountId },
        today: dayIn(now, booking.timeZone),
        now,
      }),
    );
    if (outcome.ok) return goTo(reply, `/bookings/${booking.code}#complete`);
    if (outcome.reason === 'not-found') throw notFound();
    if (outcome.reason !== 'faults') return goTo(reply, `/bookings/${booking.code}/delivery`);
    const errors = (outcome.faults ?? []).map((fault) => deliveryError(fault, language));
    return show(reply.code(422), booking, { language, values: form.values, errors });
  });

  async function show(reply: FastifyReply, booking: Booking, form: FormState): Promise<FastifyReply> {
    const goesAbroad = booking.completion.deliveryModes.includes('abroad');
    const countries = goesAbroad ? await listCountries(deps.db) : [];
    const shown = { context: reply.pageContext(), booking, form, countries, now: deps.clock.now() };
    return page(reply, <DeliveryView {...shown} />);
  }
}
