import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestFacts, requestPdf, requestWords } from '#features/booking/index.ts';
import { certifiedAnswerFile, certifiedReceiptFile, sendCertifiedFile } from '#features/certified-mail/index.ts';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { noteReading, type OfficeParams, openDesk, requireBooking } from '../../at-office.ts';

type Params = OfficeParams & {
  Params: OfficeParams['Params'] & { receipt?: string; answer?: string; position?: string };
};

/** The request as PDF, and the files of the certified e-mails about it. */
export function addClearanceFiles(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/bookings/:code/clearance';

  app.get(`${address}/request.pdf`, async (request: FastifyRequest<Params>, reply) => {
    const { facts } = await open(request);
    if (!facts.residence) throw notFound();
    const words = requestWords(facts, { secrets: deps.secrets, publicUrl: deps.config.publicUrl });
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="nulla-osta-${facts.code}.pdf"`)
      .send(await requestPdf(words, deps.clock.now()));
  });

  app.get(`${address}/receipts/:receipt`, async (request: FastifyRequest<Params>, reply) => {
    const { facts } = await open(request);
    const of = { about: 'clearance', aboutId: facts.id, receiptId: request.params.receipt ?? '' };
    const file = await certifiedReceiptFile(deps.db, deps.secrets, of);
    if (!file) throw notFound();
    return sendCertifiedFile(reply, file);
  });

  app.get(`${address}/answers/:answer/:position`, async (request: FastifyRequest<Params>, reply) => {
    const { facts } = await open(request);
    const { answer = '', position = '' } = request.params;
    const of = { about: 'clearance', aboutId: facts.id, answerId: answer, position };
    const file = await certifiedAnswerFile(deps.db, deps.secrets, of);
    if (!file) throw notFound();
    return sendCertifiedFile(reply, file);
  });

  async function open(request: FastifyRequest<Params>) {
    const at = await openDesk(deps, request, 'take-in-charge');
    const booking = await requireBooking(deps, request, at);
    const facts = await requestFacts(deps.db, deps.secrets, { bookingId: booking.id });
    if (!facts) throw notFound();
    await noteReading(deps, at, { action: 'see-clearance', subject: `booking:${booking.id}` });
    return { facts };
  }
}
