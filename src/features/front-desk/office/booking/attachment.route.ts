import type { FastifyInstance, FastifyRequest } from 'fastify';
import { attachmentsOf, sendAttachment } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { noteReading, openDesk, type OfficeParams, requireBooking } from '../../at-office.ts';

/** `/office/:office/bookings/:code/attachments/:id`: a file sent with a booking, to be saved; who saves it is written down. */
export function addAttachmentDownload(app: FastifyInstance, deps: Deps): void {
  app.get(
    '/office/:office/bookings/:code/attachments/:id',
    async (request: FastifyRequest<{ Params: OfficeParams['Params'] & { id: string } }>, reply) => {
      const at = await openDesk(deps, request, 'see-booking');
      const booking = await requireBooking(deps, request, at);
      const sent = await attachmentsOf(deps.db, deps.secrets, booking.id);
      const found = sent.find(({ id }) => id === request.params.id);
      if (found === undefined) throw notFound();
      await noteReading(deps, at, { action: 'download-attachment', subject: `booking:${booking.id}` });
      return sendAttachment(reply, deps, found);
    },
  );
}
