import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  clearSessionCookie,
  closeAccount,
  ownDoors,
  ownPasswordFault,
  requireViewer,
} from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm, type FormState } from '#ui/fields/form.tsx';
import { type Booking, bookingsOfAccount } from '../../booking.query.ts';
import { cancelBooking } from '../../cancel.ts';
import { cancelRefusal } from '../../cancel.rules.ts';
import { forgetPhotosOfAccount } from '../../photo-decision/forget-decisions.ts';
import { AccountClosedView, CloseAccountView } from './close-account.view.tsx';
import { closeAccountTexts } from './close-account.text.ts';

const closeForm = z.object({
  password: z.string('required').max(1_000).optional(),
  cancel: z.string().optional(),
});

/** `/profile/close`: ends an account; what it has booked is cancelled first, if its owner says so. */
export function addCloseAccount(app: FastifyInstance, deps: Deps): void {
  app.get('/profile/close', async (request, reply) => show(request, reply, freshForm(request.language)));

  app.get('/profile/closed', (_request, reply) => page(reply, <AccountClosedView context={reply.pageContext()} />));

  app.post('/profile/close', async (request, reply) => {
    const { accountId } = requireViewer(request);
    const { language } = request;
    const form = readForm(request, closeForm);
    if (!form.ok) return show(request, reply.code(form.status), { language, ...form });
    const fault = await faultOf(request, form.value);
    if (fault) return show(request, reply.code(422), { language, values: form.values, errors: [fault] });
    const now = deps.clock.now();
    for (const booking of await live(accountId)) {
      const cancelled = await transact(deps.db, (tx) => cancelBooking(tx, { bookingId: booking.id, accountId, now }));
      // Taken in charge, or grown too near, meanwhile: the page says which.
      if (!cancelled.ok && cancelled.reason !== 'already-cancelled')
        return show(request, reply.code(409), { language, ...form, errors: [] });
    }
    const closed = await transact(deps.db, async (tx) => {
      // Of past appointments too: nobody could take them back any more.
      await forgetPhotosOfAccount(tx, accountId);
      return closeAccount(tx, { accountId, now, secrets: deps.secrets });
    });
    if (!closed.ok && closed.reason === 'has-roles') return show(request, reply.code(409), freshForm(language));
    app.sessions.forgetAccount(accountId);
    clearSessionCookie(reply);
    return goTo(reply, '/profile/closed');
  });

  async function faultOf(
    request: FastifyRequest,
    { password, cancel }: { password?: string | undefined; cancel?: string | undefined },
  ): Promise<FieldError | undefined> {
    const { accountId, roles } = requireViewer(request);
    const t = closeAccountTexts.for(request.language);
    if (roles.length > 0) return fieldError('', 'has-roles', request.language, t('hasRoles'));
    const bookings = await live(accountId);
    if (bookings.some((booking) => cancelRefusal(booking, deps.clock.now()) !== undefined)) {
      return fieldError('', 'has-bookings', request.language, t('stuck'));
    }
    if (bookings.length > 0 && cancel !== 'yes') return fieldError('cancel', 'required', request.language, t('tick'));
    // Who came by SPID or CIE and has no password has just proved who they are.
    if (!(await ownDoors(deps.db, accountId)).hasPassword) return undefined;
    if (!password) return fieldError('password', 'required', request.language);
    return ownPasswordFault(deps, request, { field: 'password', password });
  }

  async function live(accountId: number): Promise<Booking[]> {
    const now = deps.clock.now();
    const all = await bookingsOfAccount(deps.db, deps.secrets, { accountId, now });
    return all.filter((booking) => booking.live && Temporal.Instant.compare(booking.endsAt, now) > 0);
  }

  async function show(request: FastifyRequest, reply: FastifyReply, form: FormState): Promise<FastifyReply> {
    const { accountId } = requireViewer(request);
    const now = deps.clock.now();
    const bookings = await live(accountId);
    const stuck = bookings.filter((booking) => cancelRefusal(booking, now) !== undefined);
    return page(
      reply,
      <CloseAccountView
        context={reply.pageContext()}
        form={form}
        bookings={bookings}
        stuck={stuck}
        asksPassword={(await ownDoors(deps.db, accountId)).hasPassword}
        keptDays={deps.config.keepBookingsDays}
      />,
    );
  }
}
