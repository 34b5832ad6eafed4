import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Booking, papersOfBooking, qrPicture, receiptRules, sendReceipt } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { type AtOffice, type OfficeParams, noteReading, requireBooking, openDesk } from '../../at-office.ts';
import { ReceiptView } from './receipt.view.tsx';

interface ReceiptRequest extends OfficeParams {
  Querystring: { done?: unknown };
}

/** `/office/:office/bookings/:code/receipt[.pdf]`: to print; helpers see those of the bookings they made. */
export function addReceiptPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/bookings/:code/receipt', async (request: FastifyRequest<ReceiptRequest>, reply) => {
    const { at, booking } = await open(request);
    const { language } = request;
    const { publicUrl } = deps.config;
    const now = deps.clock.now();
    return page(
      reply,
      <ReceiptView
        context={reply.pageContext()}
        at={at}
        booking={booking}
        papers={await papersOfBooking(deps.db, booking, language)}
        rules={await receiptRules(deps.db, booking, { language, publicUrl, now })}
        qr={await qrPicture(publicUrl, booking.code)}
        fresh={request.query.done === 'yes'}
      />,
    );
  });

  app.get('/office/:office/bookings/:code/receipt.pdf', async (request: FastifyRequest<ReceiptRequest>, reply) => {
    const { booking } = await open(request);
    return sendReceipt(reply, deps, booking);
  });

  async function open(request: FastifyRequest<ReceiptRequest>): Promise<{ at: AtOffice; booking: Booking }> {
    const at = await openDesk(deps, request, 'see-booking', 'book-for-citizen');
    const booking = await requireBooking(deps, request, at);
    if (!at.may('see-booking') && booking.createdBy !== at.viewer.accountId) throw new HttpProblem(403, 'forbidden');
    await noteReading(deps, at, { action: 'see-receipt', subject: `booking:${booking.id}` });
    return { at, booking };
  }
}
