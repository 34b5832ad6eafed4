import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import type { Booking, PersonOfBooking } from '../../booking.query.ts';
import { removablePeople } from '../../removal/removable.query.ts';
import { removePerson } from '../../removal/remove-person.ts';
import type { Door } from './door.ts';
import { removeTexts } from './remove.text.ts';
import { RemoveView } from './remove.view.tsx';

const nothing = z.object({});

/** `/bookings/:code/people/:position/remove`: comes with one person less. */
export function addRemovePages(app: FastifyInstance, deps: Deps, door: Door): void {
  const address = `${door.pattern}/people/:position/remove`;

  app.get(address, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    const person = personOf(request, opened.booking);
    const removable = await removablePeople(deps.db, opened.booking, { byOffice: false, now: deps.clock.now() });
    // Gone already, or staying: the page of the booking says who comes.
    if (!person || !removable.includes(person.position)) return goTo(reply, opened.path);
    return show(reply, { ...opened, person });
  });

  app.post(address, async (request, reply) => {
    const opened = await door.open(request, reply);
    if (!opened.ok) return opened.answer;
    const { booking, accountId, path } = opened;
    const person = personOf(request, booking);
    if (!person) return goTo(reply, path);
    const form = readForm(request, nothing);
    if (!form.ok) return show(reply.code(form.status), { booking, path, person, stale: true });
    const { position } = person;
    const outcome = await transact(deps.db, (tx) =>
      removePerson(tx, { bookingId: booking.id, position, accountId, now: deps.clock.now() }),
    );
    // Pressed twice: they are out, which is what was asked.
    if (outcome.ok || outcome.reason === 'not-found') return goTo(reply, path);
    const refusal = removeTexts.for(request.language)(outcome.reason);
    return show(reply.code(409), { booking, path, person, refusal });
  });

  function show(
    reply: FastifyReply,
    shown: { booking: Booking; path: string; person: PersonOfBooking; stale?: boolean; refusal?: string },
  ): FastifyReply {
    const { booking, path, person, stale = false, refusal } = shown;
    const props = { booking, path, person, stale, refusal };
    return page(reply, <RemoveView context={reply.pageContext()} {...props} />);
  }
}

function personOf(request: FastifyRequest, { people }: Booking): PersonOfBooking | undefined {
  // The pattern has a position.
  const { position } = request.params as { position: string };
  return people.find((person) => String(person.position) === position);
}
