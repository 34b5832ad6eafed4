import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { ownBooking } from '../own-booking.ts';
import { sendQr, sendReceipt } from './send-receipt.ts';

const tags = ['citizen'];
const file = (type: string) => ({ description: type, content: { [type]: { schema: z.string() } } });

/** The receipt and the QR code of a booking over HTTP, for whoever it belongs to. */
export function addReceiptApi(app: FastifyInstance, deps: Deps): void {
  app.get(
    '/api/v1/bookings/:code/receipt.pdf',
    {
      schema: { tags, security: loginNeeded, summary: 'The receipt of a booking: one tagged A4 page' },
      config: { answers: { 200: file('application/pdf') } },
    },
    async (request, reply) => sendReceipt(reply, deps, await ownBooking(deps, request)),
  );

  app.get(
    '/api/v1/bookings/:code/qr.svg',
    {
      schema: { tags, security: loginNeeded, summary: 'The QR code of a booking: the address of its page' },
      config: { answers: { 200: file('image/svg+xml') } },
    },
    async (request, reply) => sendQr(reply, deps, await ownBooking(deps, request)),
  );
}
