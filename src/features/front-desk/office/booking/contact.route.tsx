import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { askAgain, type Booking, correctContact } from '#features/booking/index.ts';
import { emailField, fieldMessages, phoneField } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm, type FormState } from '#ui/fields/form.tsx';
import {
  type AtOffice,
  bookingPath,
  noteReading,
  type OfficeParams,
  openDesk,
  requireBooking,
} from '../../at-office.ts';
import { canAskAgain } from '../../mail-back.rules.ts';
import { ContactView } from './contact.view.tsx';

const schema = z.object({
  email: z
    .string()
    .default('')
    .transform((typed) => (typed.trim() === '' ? null : typed))
    .pipe(emailField.nullable()),
  phone: z
    .string()
    .default('')
    .pipe(phoneField)
    .transform((number) => number ?? null),
  again: z.string().optional(),
});

/** `/office/:office/bookings/:code/contact`: an operator puts right where the people of a booking are reached. */
export function addContactPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/bookings/:code/contact', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'confirm');
    const booking = await requireBooking(deps, request, at);
    await noteReading(deps, at, { action: 'see-booking', subject: `booking:${booking.id}` });
    const known = { email: booking.contactEmail ?? '', phone: booking.contactPhone ?? '', again: 'yes' };
    return show(reply, at, booking, freshForm(request.language, known));
  });

  app.post('/office/:office/bookings/:code/contact', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'confirm');
    const booking = await requireBooking(deps, request, at);
    const form = readForm(request, schema, fieldMessages(request.language));
    if (!form.ok) return show(reply.code(form.status), at, booking, { language: request.language, ...form });
    const { email, phone, again } = form.value;
    const now = deps.clock.now();
    const operatorId = at.viewer.accountId;
    const outcome = await transact(deps.db, async (tx) => {
      const corrected = await correctContact(tx, { bookingId: booking.id, operatorId, email, phone, now });
      if (!corrected.ok) return corrected;
      const subject = `booking:${booking.id}`;
      await audit(tx, { at: now, accountId: operatorId, officeId: at.office.id, action: 'booking-contact', subject });
      const isAsked = again !== undefined && canAskAgain({ ...booking, writtenTo: email ?? booking.writtenTo }, now);
      // Whatever has happened meanwhile, the contacts are kept.
      if (isAsked) await askAgain(tx, { bookingId: booking.id, operatorId, now });
      return corrected;
    });
    if (!outcome.ok) throw notFound('unknown-booking');
    return goTo(reply, bookingPath(at.office, booking.code));
  });

  function show(reply: FastifyReply, at: AtOffice, booking: Booking, form: FormState): FastifyReply {
    // Anything may have been typed: whether there will be an address is seen when it is sent.
    const mayAsk = canAskAgain({ ...booking, writtenTo: '' }, deps.clock.now());
    const context = reply.pageContext();
    return page(reply, <ContactView context={context} at={at} booking={booking} form={form} mayAsk={mayAsk} />);
  }
}
