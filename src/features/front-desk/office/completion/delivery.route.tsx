import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { type Booking, changeDelivery, deliveryError, sentDelivery, shownDelivery } from '#features/booking/index.ts';
import { listCountries } from '#features/offices/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import {
  type AtOffice,
  bookingPath,
  noteReading,
  type OfficeParams,
  openDesk,
  requireBooking,
} from '../../at-office.ts';
import { DeskDeliveryView } from './delivery.view.tsx';
import { mayAddAtDesk } from './may-add.rules.ts';

const anything = z.record(z.string(), z.unknown());

/** `/office/:office/bookings/:code/delivery`: how the document is delivered and who collects it, put right at the desk. */
export function addDeskDelivery(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/bookings/:code/delivery';

  app.get(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const booking = await requireBooking(deps, request, at);
    if (!mayChange(booking)) return goTo(reply, bookingPath(at.office, booking.code));
    await noteReading(deps, at, { action: 'see-booking', subject: `booking:${booking.id}` });
    return show(reply, at, booking, freshForm(request.language, shownDelivery(booking.delivery)));
  });

  app.post(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const booking = await requireBooking(deps, request, at);
    const { language } = request;
    const form = readForm(request, anything);
    if (!form.ok) return show(reply.code(form.status), at, booking, { language, ...form });
    const now = deps.clock.now();
    const { accountId } = at.viewer;
    const outcome = await transact(deps.db, async (tx) => {
      const changed = await changeDelivery(tx, deps.secrets, {
        bookingId: booking.id,
        sent: sentDelivery(form.values),
        actor: { kind: 'office', accountId },
        today: dayIn(now, booking.timeZone),
        now,
      });
      if (!changed.ok) return changed;
      const subject = `booking:${booking.id}`;
      await audit(tx, { at: now, accountId, officeId: at.office.id, action: 'booking-delivery', subject });
      return changed;
    });
    if (!outcome.ok && outcome.reason === 'not-found') throw notFound('unknown-booking');
    if (outcome.ok || outcome.reason !== 'faults')
      return goTo(reply, `${bookingPath(at.office, booking.code)}#complete`);
    const errors = (outcome.faults ?? []).map((fault) => deliveryError(fault, language));
    return show(reply.code(422), at, booking, { language, values: form.values, errors });
  });

  async function show(reply: FastifyReply, at: AtOffice, booking: Booking, form: FormState): Promise<FastifyReply> {
    const goesAbroad = booking.completion.deliveryModes.includes('abroad');
    const countries = goesAbroad ? await listCountries(deps.db) : [];
    return page(reply, <DeskDeliveryView {...{ context: reply.pageContext(), at, booking, form, countries }} />);
  }
}

function mayChange(booking: Booking): boolean {
  return mayAddAtDesk(booking) && booking.completion.delivery !== 'none';
}
