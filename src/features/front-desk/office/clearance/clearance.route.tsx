import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Booking, bookingById, lastDayToAnswer, type Municipality } from '#features/booking/index.ts';
import { settleCertified } from '#features/certified-mail/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import {
  type AtOffice,
  bookingPath,
  noteReading,
  type OfficeParams,
  openDesk,
  requireBooking,
} from '../../at-office.ts';
import { sendClearanceRequest } from '../../send-clearance-request.ts';
import { recordClearance } from '../../record-clearance.ts';
import { readNote } from './clearance.form.ts';
import { requestToSend } from './request-to-send.ts';
import { type ClearanceFault, ClearanceView } from './clearance.view.tsx';

const anything = z.record(z.string(), z.unknown());

/** `/office/:office/bookings/:code/clearance`: the municipality's consent, recorded by hand step by step. */
export function addClearancePage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/bookings/:code/clearance';

  app.get(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    return show(reply, at, booking.id, { saved: savedOf(request) });
  });

  app.post(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking, clearance } = await open(request);
    const { language } = request;
    const form = readForm(request, anything);
    const { values } = form;
    if (!form.ok) return show(reply.code(form.status), at, booking.id, { values, fault: 'stale' });
    const step = formValue(values, 'step');
    if (step === 'certified') return sendCertified(request, reply, at, { booking, values });
    if (step === 'certified-seen') return markSeen(reply, at, { booking, clearanceId: clearance.id });
    const now = deps.clock.now();
    const today = dayIn(now, at.office.timeZone);
    const lastDue = clearance.atDeadline === 'cancel' ? lastDueOf(booking, now) : null;
    const read = await readNote(deps.db, { values, clearance, today, lastDue, language });
    if (!read.ok) return show(reply.code(422), at, booking.id, { values, ...read });
    const about = { booking, operatorId: at.viewer.accountId, note: read.note, now };
    const outcome = await transact(deps.db, (tx) => recordClearance(tx, deps.secrets, about));
    if (outcome.ok) return goTo(reply, `${bookingPath(at.office, booking.code)}/clearance?done=yes`);
    switch (outcome.reason) {
      case 'not-found':
        throw notFound('unknown-booking');
      case 'no-municipality':
        return show(reply.code(409), at, booking.id, { values, fault: 'no-municipality' });
      case 'over':
      case 'wrong-state':
        return show(reply.code(409), at, booking.id, { fault: 'changed' });
    }
  });

  async function sendCertified(
    request: FastifyRequest<OfficeParams>,
    reply: FastifyReply,
    at: AtOffice,
    { booking, values }: { booking: Booking; values: FormValues },
  ): Promise<FastifyReply> {
    const mailbox = formValue(values, 'mailbox').trim().toLowerCase();
    if (!z.email().max(200).safeParse(mailbox).success) {
      const errors = [fieldError('mailbox', mailbox === '' ? 'required' : 'email', request.language)];
      return show(reply.code(422), at, booking.id, { values, errors });
    }
    const about = { bookingId: booking.id, officeId: at.office.id, operatorId: at.viewer.accountId, mailbox };
    const now = deps.clock.now();
    const sent = await transact(deps.db, (tx) => sendClearanceRequest(tx, deps.secrets, { ...about, now }));
    if (!sent.ok) return show(reply.code(409), at, booking.id, { values, fault: 'no-municipality' });
    return goTo(reply, `${bookingPath(at.office, booking.code)}/clearance?done=queued`);
  }

  async function markSeen(
    reply: FastifyReply,
    at: AtOffice,
    { booking, clearanceId }: { booking: Booking; clearanceId: string },
  ): Promise<FastifyReply> {
    const now = deps.clock.now();
    const about = { about: 'clearance', aboutId: clearanceId, accountId: at.viewer.accountId, now };
    await transact(deps.db, async (tx) => {
      await settleCertified(tx, about);
      return { ok: true };
    });
    return goTo(reply, `${bookingPath(at.office, booking.code)}/clearance?done=yes`);
  }

  async function open(request: FastifyRequest<OfficeParams>) {
    const at = await openDesk(deps, request, 'take-in-charge');
    const booking = await requireBooking(deps, request, at);
    if (booking.clearance === null) throw notFound();
    return { at, booking, clearance: booking.clearance };
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    id: string,
    state: {
      values?: FormValues;
      errors?: readonly FieldError[];
      choices?: readonly Municipality[];
      fault?: ClearanceFault;
      saved?: 'yes' | 'queued' | undefined;
    },
  ): Promise<FastifyReply> {
    const booking = await bookingById(deps.db, deps.secrets, id);
    if (!booking?.clearance) throw notFound('unknown-booking');
    await noteReading(deps, at, { action: 'see-clearance', subject: `booking:${id}` });
    const context = reply.pageContext();
    const request = await requestToSend(deps, { bookingId: id, officeId: at.office.id });
    const { values = {}, errors = [], choices = [], fault, saved } = state;
    const form = { language: context.language, values, errors };
    const props = { context, at, booking, clearance: booking.clearance, form, choices, fault, saved, request };
    return page(reply, <ClearanceView {...props} today={dayIn(deps.clock.now(), at.office.timeZone)} />);
  }
}

function savedOf(request: FastifyRequest<OfficeParams>): 'yes' | 'queued' | undefined {
  const done = queryText(request.query, 'done');
  return done === 'yes' || done === 'queued' ? done : undefined;
}

function lastDueOf(
  { startsAt, timeZone: zone, confirmClosesAt: closesAt }: Booking,
  now: Temporal.Instant,
): Temporal.PlainDate {
  const last = lastDayToAnswer({ startsAt, zone, closesAt, now });
  const today = dayIn(now, zone);
  return Temporal.PlainDate.compare(last, today) < 0 ? today : last;
}
