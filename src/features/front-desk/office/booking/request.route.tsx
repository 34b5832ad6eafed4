import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { answerRequest, type Booking, longestAnswer, type OfficeRequest, requestsOf } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type AtOffice, deskPath, noteReading, type OfficeParams, openDesk, requireBooking } from '../../at-office.ts';
import { deskRequestTexts } from './request.text.ts';
import { DeskRequestView } from './request.view.tsx';

type Params = { Params: OfficeParams['Params'] & { id: string } };

const answerSchema = z.object({
  answer: z
    .string('answer-required')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'answer-required').max(longestAnswer, 'too-long')),
});

/** `/office/:office/bookings/:code/requests/:id`: what a citizen asks, and the three ways to see to it. */
export function addRequestPage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/bookings/:code/requests/:id';

  app.get(address, async (request: FastifyRequest<Params>, reply) => {
    const asked = await find(request);
    return show(reply, asked, freshForm(request.language));
  });

  app.post(address, async (request: FastifyRequest<Params>, reply) => {
    const asked = await find(request);
    const { at, booking } = asked;
    const { language } = request;
    const form = readForm(request, answerSchema, (key) =>
      key === 'answer-required' ? deskRequestTexts.for(language)('answerRequired') : undefined,
    );
    if (!form.ok) return show(reply.code(form.status), asked, { language, values: form.values, errors: form.errors });
    const now = deps.clock.now();
    const operatorId = at.viewer.accountId;
    const outcome = await transact(deps.db, async (tx) => {
      const about = { bookingId: booking.id, requestId: asked.request.id, operatorId, now };
      const answered = await answerRequest(tx, deps.secrets, { ...about, answer: form.value.answer });
      if (!answered.ok) return answered;
      const entry = { action: 'answer-request', subject: `booking:${booking.id}` };
      await audit(tx, { at: now, accountId: operatorId, officeId: at.office.id, ...entry });
      return answered;
    });
    if (outcome.ok) return goTo(reply, deskPath(at.office, 'to-do'));
    // Somebody else was quicker: the page shows what they answered.
    return show(reply.code(409), await find(request), freshForm(language));
  });

  async function find(request: FastifyRequest<Params>): Promise<Asked> {
    const at = await openDesk(deps, request, 'cancel');
    const booking = await requireBooking(deps, request, at);
    const found = (await requestsOf(deps.db, deps.secrets, booking.id)).find(({ id }) => id === request.params.id);
    if (!found) throw notFound();
    return { at, booking, request: found };
  }

  async function show(reply: FastifyReply, asked: Asked, form: FormState): Promise<FastifyReply> {
    await noteReading(deps, asked.at, { action: 'see-request', subject: `booking:${asked.booking.id}` });
    return page(reply, <DeskRequestView context={reply.pageContext()} {...asked} form={form} />);
  }
}

interface Asked {
  readonly at: AtOffice;
  readonly booking: Booking;
  readonly request: OfficeRequest;
}
