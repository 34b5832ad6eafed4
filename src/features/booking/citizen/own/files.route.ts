import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Booking } from '../../booking.query.ts';
import { sendQr, sendReceipt } from '../../receipt/send-receipt.ts';
import { sendCalendarFile } from '../../calendar-file/send-calendar-file.ts';
import type { Door } from './door.ts';

/** The files of one's own booking: receipt, calendar entry, QR code. */
export function addBookingFiles(app: FastifyInstance, deps: Deps, door: Door): void {
  file('receipt.pdf', (reply, booking, isLoggedIn) =>
    // A link may be passed on with its e-mail: what was written to the office in confidence stays out.
    sendReceipt(reply, deps, isLoggedIn ? booking : withoutConfidences(booking)),
  );
  file('event.ics', (reply, booking) => sendCalendarFile(reply, deps, booking, reply.request.language));
  file('qr.svg', (reply, booking) => sendQr(reply, deps, booking));

  type Send = (reply: FastifyReply, booking: Booking, isLoggedIn: boolean) => Promise<FastifyReply>;

  function file(name: string, send: Send): void {
    app.get(`${door.pattern}/${name}`, async (request: FastifyRequest, reply) => {
      const opened = await door.open(request, reply);
      return opened.ok ? send(reply, opened.booking, opened.accountId !== null) : opened.answer;
    });
  }
}

function withoutConfidences(booking: Booking): Booking {
  const completion = { ...booking.completion, photo: 'none', delivery: 'none' } as const;
  return { ...booking, notes: null, delivery: null, photos: [], completion };
}
