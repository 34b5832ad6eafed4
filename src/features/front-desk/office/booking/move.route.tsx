import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { type Booking, endRefusal, keepAsIs, otherDays, otherTimes, type SeatEngine } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import { type AtOffice, bookingPath, type OfficeParams, openDesk, requireBooking } from '../../at-office.ts';
import { moveAtDesk, offerAtDesk } from '../../move-booking.ts';
import { agendaToReturnTo } from '../agenda/agenda-path.ts';
import { afterDeed } from '../done.view.tsx';
import { DeskMoveView, type MoveFault } from './move.view.tsx';

const choice = z.object({
  slot: z.string().regex(/^\d{1,18}$/),
  how: z.enum(['move', 'offer']),
  date: z.string().max(40),
});
const plainForm = z.object({ back: z.string().default('') });

/** `/office/:office/bookings/:code/move`: another time for a booking, at once or as an offer; and `/keep`, which leaves it. */
export function addMovePage(app: FastifyInstance, deps: Deps, engine: SeatEngine): void {
  app.get('/office/:office/bookings/:code/move', async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    return show(reply, at, booking, { typed: queryText(request.query, 'date') });
  });

  app.post('/office/:office/bookings/:code/move', async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    const form = readForm(request, choice);
    const typed = formValue(form.values, 'date');
    const how = formValue(form.values, 'how') === 'offer' ? 'offer' : 'move';
    if (!form.ok)
      return show(reply.code(form.status), at, booking, {
        typed,
        how,
        fault: form.status === 403 ? 'stale' : 'chooseSlot',
      });
    const now = deps.clock.now();
    const day = readTypedDate(typed);
    const slots = day ? await otherTimes(deps.db, { booking, day, now }) : [];
    const slot = slots.find(({ id }) => id === form.value.slot);
    // Pressed twice: it is where it was to go.
    if (!slot) return show(reply.code(409), at, booking, { typed, how, fault: 'lost' });
    const move = { booking, slot, operatorId: at.viewer.accountId, now };
    const outcome = how === 'move' ? await moveAtDesk(deps, engine, move) : await offerAtDesk(deps, engine, move);
    if (outcome.ok) return goTo(reply, afterDeed(at.office, booking.code, how));
    const fault = outcome.reason === 'too-near' ? 'tooNear' : outcome.reason;
    return show(reply.code(409), at, booking, { typed, how, fault });
  });

  app.post('/office/:office/bookings/:code/keep', async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    const form = readForm(request, plainForm);
    const path = bookingPath(at.office, booking.code);
    if (!form.ok) return goTo(reply, path);
    const now = deps.clock.now();
    const operatorId = at.viewer.accountId;
    const kept = await transact(deps.db, async (tx) => {
      const outcome = await keepAsIs(tx, { bookingId: booking.id, operatorId, now });
      if (!outcome.ok) return outcome;
      const entry = { action: 'keep-booking', subject: `booking:${booking.id}` };
      await audit(tx, { at: now, accountId: operatorId, officeId: at.office.id, ...entry });
      return outcome;
    });
    return goTo(
      reply,
      agendaToReturnTo(at.office, form.value.back) ?? (kept.ok ? afterDeed(at.office, booking.code, 'keep') : path),
    );
  });

  async function open(request: FastifyRequest<OfficeParams>): Promise<{ at: AtOffice; booking: Booking }> {
    const at = await openDesk(deps, request, 'cancel');
    return { at, booking: await requireBooking(deps, request, at) };
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    booking: Booking,
    after: { typed: string; how?: 'move' | 'offer'; fault?: MoveFault },
  ): Promise<FastifyReply> {
    if (endRefusal(booking) !== undefined && !after.fault) return goTo(reply, bookingPath(at.office, booking.code));
    const now = deps.clock.now();
    const { free } = await otherDays(deps.db, { booking, now });
    const day = readTypedDate(after.typed) ?? free.days[0]?.date;
    const slots = day ? await otherTimes(deps.db, { booking, day, now }) : [];
    const how = after.how ?? 'move';
    const props = { context: reply.pageContext(), at, booking, days: free.days, day, slots, how, fault: after.fault };
    return page(reply, <DeskMoveView {...props} />);
  }
}
