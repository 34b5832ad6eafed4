import type { FastifyInstance, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { documentsToBring } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { page } from '#platform/http/page.ts';
import { HttpProblem } from '#platform/http/problem.ts';
import { type OfficeParams, noteReading, requireBooking, openOffice } from '../at-office.ts';
import { ReceiptView } from './receipt.view.tsx';

interface ReceiptRequest extends OfficeParams {
  Querystring: { done?: unknown };
}

/** `/office/:office/bookings/:code/receipt`: to print; helpers see those of the bookings they made. */
export function addReceiptPage(app: FastifyInstance, deps: Deps): void {
  app.get('/office/:office/bookings/:code/receipt', async (request: FastifyRequest<ReceiptRequest>, reply) => {
    const at = await openOffice(deps, request, 'see-booking', 'book-for-citizen');
    const booking = await requireBooking(deps, request, at);
    if (!at.may('see-booking') && booking.createdBy !== at.viewer.accountId) throw new HttpProblem(403, 'forbidden');
    await noteReading(deps, at, { action: 'see-receipt', subject: `booking:${booking.id}` });
    const { language } = request;
    const { serviceCode, officeKind } = booking;
    const documents = await documentsToBring(deps.db, { serviceCode, kind: officeKind, language });
    return page(
      reply,
      <ReceiptView
        context={reply.pageContext()}
        at={at}
        booking={booking}
        documents={documents}
        qr={await QRCode.toDataURL(booking.code, { margin: 1, width: 320 })}
        fresh={request.query.done === 'yes'}
      />,
    );
  });
}
