import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { arrangementOf } from '../../arrangement/arrangement.query.ts';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { requestedFilesOf } from '#features/offices/index.ts';
import type { Gate } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import type { Booking } from '../../booking.query.ts';
import { attachmentsOf } from '../../attachments/attachments.query.ts';
import { historyOf } from '../../history.query.ts';
import { messagesOfOffice } from '../../mass/mass.query.ts';
import { cancelBooking } from '../../cancel.ts';
import { confirmBooking } from '../../confirmation/confirm.ts';
import { ownBooking } from '../../own-booking.ts';
import { qrPicture } from '../../receipt/booking-address.ts';
import { papersOfBooking } from '../../visit/visit-of-booking.query.ts';
import { chargeOf } from '../../take-in-charge.ts';
import { cancelRefusal } from '../../cancel.rules.ts';
import { readCode } from '../../code.rules.ts';
import { removablePeople } from '../../removal/removable.query.ts';
import { requestsOf } from '../../requests/request.query.ts';
import type { SeatEngine } from '../../seats/engine.ts';
import type { Notice } from './booking-state.view.tsx';
import { BookingView } from './booking.view.tsx';
import { addOwnBookingPages } from './own-booking.routes.ts';
import { CancelView } from './cancel.view.tsx';

interface CodeParams {
  Params: { code: string };
}

const anything = z.record(z.string(), z.unknown());

/** /bookings/:code: the receipt, and what its owner may do. */
export function addBookingPages(app: FastifyInstance, deps: Deps, engine: SeatEngine, gate?: Gate): void {
  addOwnBookingPages(app, deps, engine, {
    gate,
    pattern: '/bookings/:code',
    open: async (request) => {
      const booking = await ownBooking(deps, request);
      const path = `/bookings/${booking.code}`;
      return { ok: true, booking, path, accountId: requireViewer(request).accountId };
    },
  });

  app.get<{ Querystring: { code?: unknown } }>('/bookings/find', async (request, reply) => {
    const { code } = request.query;
    const known = readCode(typeof code === 'string' ? code : '');
    return goTo(reply, known === '' ? '/bookings' : `/bookings/${known.slice(0, 20)}`);
  });

  app.get<CodeParams>('/bookings/:code', async (request, reply) => {
    const { code } = request.params;
    const written = readCode(code);
    if (written !== code && written !== '') return goTo(reply, `/bookings/${written}`);
    return showBooking(request, reply, await ownBooking(deps, request));
  });

  app.get<CodeParams>('/bookings/:code/confirm', async (request, reply) =>
    goTo(reply, `/bookings/${readCode(request.params.code)}`),
  );

  app.post<CodeParams>('/bookings/:code/confirm', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const form = readForm(request, anything);
    if (!form.ok) return showBooking(request, reply.code(form.status), booking, 'stale');
    const { accountId } = requireViewer(request);
    const now = deps.clock.now();
    const outcome = await transact(deps.db, (tx) => confirmBooking(tx, { bookingId: booking.id, accountId, now }));
    // Pressed twice: it is confirmed, which is what was asked.
    if (outcome.ok || outcome.reason === 'already-confirmed') return goTo(reply, `/bookings/${booking.code}`);
    const notice = outcome.reason === 'too-early' ? 'too-early' : 'refused';
    return showBooking(request, reply.code(409), await ownBooking(deps, request), notice);
  });

  app.get<CodeParams>('/bookings/:code/cancel', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    if (cancelRefusal(booking, deps.clock.now()) !== undefined) return goTo(reply, `/bookings/${booking.code}`);
    return page(reply, <CancelView context={reply.pageContext()} booking={booking} />);
  });

  app.post<CodeParams>('/bookings/:code/cancel', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const form = readForm(request, anything);
    if (!form.ok) {
      return page(reply.code(form.status), <CancelView context={reply.pageContext()} booking={booking} stale />);
    }
    const { accountId } = requireViewer(request);
    const now = deps.clock.now();
    const outcome = await transact(deps.db, (tx) => cancelBooking(tx, { bookingId: booking.id, accountId, now }));
    if (outcome.ok || outcome.reason === 'already-cancelled') return goTo(reply, `/bookings/${booking.code}`);
    return showBooking(request, reply.code(409), await ownBooking(deps, request), 'refused');
  });

  async function showBooking(
    request: FastifyRequest,
    reply: FastifyReply,
    booking: Booking,
    notice?: Notice,
  ): Promise<FastifyReply> {
    const { language } = request;
    const [history, messages, requests, charge, papers, qr, attachments, files, arrangement] = await Promise.all([
      historyOf(deps.db, booking.id),
      messagesOfOffice(deps.db, deps.secrets, { bookingId: booking.id, language }),
      requestsOf(deps.db, deps.secrets, booking.id),
      chargeOf(deps.db, deps.secrets, booking.id),
      papersOfBooking(deps.db, booking, language),
      qrPicture(deps.config.publicUrl, booking.code),
      attachmentsOf(deps.db, deps.secrets, booking.id),
      requestedFilesOf(deps.db, booking.offeringId),
      arrangementOf(deps.db, booking.id),
    ]);
    const now = deps.clock.now();
    const removable = await removablePeople(deps.db, booking, { byOffice: false, now });
    const shown = {
      removable,
      booking,
      history,
      messages,
      requests,
      charge,
      papers,
      qr,
      attachments,
      files,
      arrangement,
      now,
      notice,
    };
    return page(reply, <BookingView context={reply.pageContext()} {...shown} />);
  }
}
