import type { FastifyInstance, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { documentsToBring } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { type DeskParams, noteReading, requireBooking, requireDesk } from '../desk.ts';
import { ReceiptView } from './receipt.view.tsx';

interface ReceiptRequest extends DeskParams {
  Querystring: { done?: unknown };
}

/** `/office/:office/bookings/:code/receipt`: to print; helpers see those of the bookings they made. */
export function addReceiptPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/bookings/:code/receipt', async (request: FastifyRequest<ReceiptRequest>, reply) => {
    const desk = await requireDesk(deps, request, 'see-booking', 'book-for-citizen');
    const booking = await requireBooking(deps, request, desk);
    if (!desk.may('see-booking') && booking.createdBy !== desk.viewer.accountId)
      throw new HttpProblem(403, 'forbidden');
    await noteReading(deps, desk, { action: 'see-receipt', subject: `booking:${booking.id}` });
    const { language } = request;
    const { serviceCode, officeKind } = booking;
    const documents = await documentsToBring(deps.db, { serviceCode, kind: officeKind, language });
    return page(
      reply,
      <ReceiptView
        context={reply.pageContext()}
        desk={desk}
        booking={booking}
        documents={documents}
        qr={await QRCode.toDataURL(booking.code, { margin: 1, width: 320 })}
        fresh={request.query.done === 'yes'}
      />,
    );
  });
}
