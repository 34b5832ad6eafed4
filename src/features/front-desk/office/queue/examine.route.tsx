import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { attachmentsOf, bookingById } from '#features/booking/index.ts';
import { requestedFilesOf } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, type FormValues, formValue, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import {
  type AtOffice,
  bookingPath,
  noteReading,
  type OfficeParams,
  openDesk,
  requireBooking,
} from '../../at-office.ts';
import { examineBooking, takeOverBooking } from '../../examine-booking.ts';
import { itemsToTick } from '../../examination-items.query.ts';
import { takeOne } from '../../take-from-queue.ts';
import { readFinding } from './examine.form.ts';
import { type ExamineFault, ExamineView } from './examine.view.tsx';
import { examineTexts } from './examine.text.ts';
import { queuePath } from './queue-path.ts';

const anything = z.record(z.string(), z.unknown());
const takeOverForm = z.object({ from: z.coerce.number().int().positive().max(2_147_483_647) });

/** `/office/:office/bookings/:code/examine`: what was sent, who has it in charge, and what came of it. */
export function addExaminePages(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/bookings/:code/examine';

  app.get(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    return show(reply, at, booking.id, {});
  });

  app.post(address, async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    const { language } = request;
    const form = readForm(request, anything);
    if (!form.ok) return show(reply.code(form.status), at, booking.id, { values: form.values, fault: 'stale' });
    const { values } = form;
    const read = readFinding(values, { items: await itemsToTick(deps.db, booking), language });
    if (!read.ok) return show(reply.code(422), at, booking.id, { values, errors: read.errors });
    const examiner = { booking, operatorId: at.viewer.accountId, now: deps.clock.now() };
    const outcome = await transact(deps.db, (tx) =>
      examineBooking(tx, deps.secrets, { ...examiner, finding: read.finding }),
    );
    if (outcome.ok) return goTo(reply, `${queuePath(at.office, {})}?done=${read.finding.outcome}`);
    switch (outcome.reason) {
      case 'past':
      case 'after-appointment': {
        const message = examineTexts.for(language)(outcome.reason);
        const errors = [fieldError('by', outcome.reason, language, message)];
        return show(reply.code(422), at, booking.id, { values, errors });
      }
      case 'not-found':
        throw notFound('unknown-booking');
      case 'not-yours':
        return show(reply.code(409), at, booking.id, { values, fault: 'not-yours' });
      case 'over':
      case 'wrong-state':
      case 'already-cancelled':
        return show(reply.code(409), at, booking.id, { fault: 'changed' });
    }
  });

  app.post(`${address}/take`, async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    const form = readForm(request, z.object({}));
    if (!form.ok) return show(reply.code(form.status), at, booking.id, { fault: 'stale' });
    // Taken by somebody else in this very instant: the page says by whom.
    await takeOne(deps, { at, now: deps.clock.now() }, booking.id);
    return goTo(reply, `${bookingPath(at.office, booking.code)}/examine`);
  });

  app.post(`${address}/take-over`, async (request: FastifyRequest<OfficeParams>, reply) => {
    const { at, booking } = await open(request);
    const form = readForm(request, takeOverForm);
    if (!form.ok) return show(reply.code(form.status), at, booking.id, { fault: 'stale' });
    const examiner = { booking, operatorId: at.viewer.accountId, now: deps.clock.now() };
    const outcome = await transact(deps.db, (tx) => takeOverBooking(tx, { ...examiner, from: form.value.from }));
    if (!outcome.ok) return show(reply.code(409), at, booking.id, { fault: 'changed' });
    return goTo(reply, `${bookingPath(at.office, booking.code)}/examine`);
  });

  for (const action of ['take', 'take-over']) {
    app.get(`${address}/${action}`, async (request: FastifyRequest<OfficeParams>, reply) => {
      const { at, booking } = await open(request);
      return goTo(reply, `${bookingPath(at.office, booking.code)}/examine`);
    });
  }

  async function open(request: FastifyRequest<OfficeParams>) {
    const at = await openDesk(deps, request, 'take-in-charge');
    return { at, booking: await requireBooking(deps, request, at) };
  }

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    id: string,
    state: { values?: FormValues; errors?: readonly FieldError[]; fault?: ExamineFault },
  ): Promise<FastifyReply> {
    const booking = await bookingById(deps.db, deps.secrets, id);
    if (!booking) throw notFound('unknown-booking');
    await noteReading(deps, at, { action: 'examine-booking', subject: `booking:${id}` });
    const context = reply.pageContext();
    const { values = {}, errors = [], fault } = state;
    return page(
      reply,
      <ExamineView
        context={context}
        at={at}
        booking={booking}
        attachments={await attachmentsOf(deps.db, deps.secrets, id)}
        files={await requestedFilesOf(deps.db, booking.offeringId)}
        items={await itemsToTick(deps.db, booking)}
        now={deps.clock.now()}
        form={{ language: context.language, values, errors }}
        sent={formValue(values, 'outcome')}
        fault={fault}
      />,
    );
  }
}
