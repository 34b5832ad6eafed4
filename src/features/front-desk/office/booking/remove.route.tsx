import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import {
  type Booking,
  bookingProblemTexts,
  type PersonOfBooking,
  removablePeople,
  removePersonByOffice,
} from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import {
  type AtOffice,
  bookingPath,
  noteReading,
  type OfficeParams,
  openDesk,
  requireBooking,
} from '../../at-office.ts';
import { afterDeed } from '../done.view.tsx';
import { removeTexts } from './remove.text.ts';
import { RemoveView } from './remove.view.tsx';

const address = '/office/:office/bookings/:code/people/:position/remove';

/** An operator takes one of the people out of a booking, after a question. */
export function addRemovePage(app: FastifyInstance, deps: Deps): void {
  app.get(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'cancel');
    const booking = await requireBooking(deps, request, at);
    const person = personOf(request, booking);
    const removable = await removablePeople(deps.db, booking, { byOffice: true, now: deps.clock.now() });
    if (!person || !removable.includes(person.position)) return goTo(reply, bookingPath(at.office, booking.code));
    await noteReading(deps, at, { action: 'see-booking', subject: `booking:${booking.id}` });
    return show(reply, { at, booking, person });
  });

  app.post(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'cancel');
    const booking = await requireBooking(deps, request, at);
    const person = personOf(request, booking);
    if (!person) return goTo(reply, bookingPath(at.office, booking.code));
    const form = readForm(request, z.object({}));
    if (!form.ok) {
      const refusal = removeTexts.for(request.language)('stale');
      return show(reply.code(form.status), { at, booking, person, refusal });
    }
    const { position } = person;
    const { accountId: operatorId } = at.viewer;
    const now = deps.clock.now();
    const outcome = await transact(deps.db, async (tx) => {
      const removed = await removePersonByOffice(tx, { bookingId: booking.id, position, operatorId, now });
      if (!removed.ok) return removed;
      const subject = `booking:${booking.id}`;
      await audit(tx, {
        at: now,
        accountId: operatorId,
        officeId: at.office.id,
        action: 'booking-person-removed',
        subject,
      });
      return removed;
    });
    // Pressed twice: they are out, which is what was asked.
    if (outcome.ok || outcome.reason === 'not-found') return goTo(reply, afterDeed(at.office, booking.code, 'remove'));
    const refusal = bookingProblemTexts.for(request.language)(outcome.reason);
    return show(reply.code(409), { at, booking, person, refusal });
  });

  function show(
    reply: FastifyReply,
    shown: { at: AtOffice; booking: Booking; person: PersonOfBooking; refusal?: string },
  ): FastifyReply {
    const { at, booking, person, refusal } = shown;
    return page(
      reply,
      <RemoveView context={reply.pageContext()} at={at} booking={booking} person={person} refusal={refusal} />,
    );
  }
}

function personOf(request: FastifyRequest, { people }: Booking): PersonOfBooking | undefined {
  // The pattern has a position.
  const { position } = request.params as { position?: string };
  return people.find((person) => String(person.position) === position);
}
