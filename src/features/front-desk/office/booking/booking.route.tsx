import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  attachmentsOf,
  bookingById,
  type BookingProblem,
  bookingProblemTexts,
  chargeOf,
  historyOf,
  messagesOfOffice,
  papersOfBooking,
  priorityOfBooking,
  removablePeople,
  requestsOf,
} from '#features/booking/index.ts';
import { requestedFilesOf } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { transact } from '#platform/transaction.ts';
import {
  bookingPath,
  type AtOffice,
  type OfficeParams,
  noteReading,
  requireBooking,
  openDesk,
} from '../../at-office.ts';
import type { MessagesOf } from '../../booking-messages.ts';
import { changeBooking } from '../../change-booking.ts';
import { type DeskAction, deskActions, taskOf } from '../../rules.ts';
import { settleUndelivered, type UndeliveredAction, undeliveredActions } from '../../settle-undelivered.ts';
import { accountAtDesk } from '../identify/account-at-desk.query.ts';
import { agendaToReturnTo } from '../agenda/agenda-path.ts';
import { deskBookingTexts } from './booking.text.ts';
import { BookingView } from './booking.view.tsx';
import { afterDeed, type Deed, isDeed } from '../done.view.tsx';
import { mailBackTexts } from './mail-back.text.ts';

const cancelReason = z
  .string('reason-required')
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1, 'reason-required').max(500, 'too-long'));

const plainForm = z.object({ back: z.string().default(''), reason: z.string().default('') });
const cancelForm = plainForm.extend({ reason: cancelReason });

function faultWords(key: string, language: Language): string | undefined {
  return key === 'reason-required' ? deskBookingTexts.for(language)('reasonRequired') : undefined;
}

/** `/office/:office/bookings/:code`, and one address for each thing that an operator does to a booking. */
export function addBookingPages(app: FastifyInstance, deps: Deps, messagesOf: MessagesOf): void {
  app.get('/office/:office/bookings/:code', async (request: FastifyRequest<OfficeParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const booking = await requireBooking(deps, request, at);
    const done = queryText(request.query, 'done');
    return show(reply, at, booking.id, isDeed(done) ? { deed: done } : {});
  });

  // Taking in charge has a page of its own, with a question.
  for (const action of deskActions.filter((one) => one !== 'take-in-charge')) {
    app.post(`/office/:office/bookings/:code/${action}`, (request: FastifyRequest<OfficeParams>, reply) =>
      change(request, reply, action),
    );
  }

  for (const action of undeliveredActions) {
    app.post(`/office/:office/bookings/:code/${action}`, (request: FastifyRequest<OfficeParams>, reply) =>
      settle(request, reply, action),
    );
  }

  async function settle(
    request: FastifyRequest<OfficeParams>,
    reply: FastifyReply,
    action: UndeliveredAction,
  ): Promise<FastifyReply> {
    const at = await openDesk(deps, request, 'confirm');
    const booking = await requireBooking(deps, request, at);
    const form = readForm(request, z.object({}));
    if (!form.ok) return show(reply.code(form.status), at, booking.id, { stale: true });
    const { accountId: operatorId } = at.viewer;
    const outcome = await transact(deps.db, (tx) =>
      settleUndelivered(tx, action, { booking, operatorId, now: deps.clock.now() }),
    );
    if (outcome.ok) return goTo(reply, bookingPath(at.office, booking.code));
    if (outcome.reason === 'not-found') throw notFound('unknown-booking');
    const key = outcome.reason === 'too-late' ? 'ask-too-late' : outcome.reason;
    return show(reply.code(409), at, booking.id, { why: mailBackTexts.for(request.language)(key) });
  }

  async function change(
    request: FastifyRequest<OfficeParams>,
    reply: FastifyReply,
    action: DeskAction,
  ): Promise<FastifyReply> {
    const at = await openDesk(deps, request, taskOf[action]);
    const booking = await requireBooking(deps, request, at);
    const form = readForm(request, action === 'cancel' ? cancelForm : plainForm, (key) =>
      faultWords(key, request.language),
    );
    if (!form.ok) {
      return show(reply.code(form.status), at, booking.id, { action, values: form.values, errors: form.errors });
    }
    const { back, reason } = form.value;
    const { accountId } = at.viewer;
    const outcome = await transact(deps.db, (tx) =>
      changeBooking(tx, deps.secrets, action, { booking, operatorId: accountId, reason, now: deps.clock.now() }),
    );
    if (outcome.ok) return goTo(reply, agendaToReturnTo(at.office, back) ?? afterDeed(at.office, booking.code, action));
    if (outcome.reason === 'not-found') throw notFound('unknown-booking');
    return show(reply.code(409), at, booking.id, { refusal: outcome.reason });
  }

  /** The booking as it is now, with what was refused or typed wrong. */
  async function show(
    reply: FastifyReply,
    at: AtOffice,
    id: string,
    after: {
      refusal?: BookingProblem;
      /** The same, in words of their own. */
      why?: string;
      stale?: boolean;
      deed?: Deed;
      action?: DeskAction;
      values?: FormValues;
      errors?: readonly FieldError[];
    },
  ): Promise<FastifyReply> {
    const booking = await bookingById(deps.db, deps.secrets, id);
    if (!booking) throw notFound('unknown-booking');
    await noteReading(deps, at, { action: 'see-booking', subject: `booking:${id}` });
    const context = reply.pageContext();
    const { refusal, values = {}, errors = [] } = after;
    return page(
      reply,
      <BookingView
        context={context}
        at={at}
        booking={booking}
        history={await historyOf(deps.db, id)}
        messagesToMany={await messagesOfOffice(deps.db, deps.secrets, { bookingId: id, language: context.language })}
        attachments={await attachmentsOf(deps.db, deps.secrets, id)}
        files={await requestedFilesOf(deps.db, booking.offeringId)}
        priority={await priorityOfBooking(deps.db, deps.secrets, id)}
        removable={
          at.may('cancel') ? await removablePeople(deps.db, booking, { byOffice: true, now: deps.clock.now() }) : []
        }
        papers={await papersOfBooking(deps.db, booking, context.language)}
        now={deps.clock.now()}
        chargeNote={(await chargeOf(deps.db, deps.secrets, id))?.message ?? null}
        deed={after.deed}
        account={booking.accountId === null ? undefined : await accountAtDesk(deps, { accountId: booking.accountId })}
        messages={await messagesOf(deps.db, id)}
        requests={await requestsOf(deps.db, deps.secrets, id)}
        refusal={after.why ?? (refusal && bookingProblemTexts.for(context.language)(refusal))}
        stale={after.stale || (after.action !== undefined && after.action !== 'cancel' && errors.length > 0)}
        cancelForm={{ language: context.language, values, errors: after.action === 'cancel' ? errors : [] }}
      />,
    );
  }
}
