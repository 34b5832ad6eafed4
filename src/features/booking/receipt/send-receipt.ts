import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Booking } from '../booking.query.ts';
import { qrSvg } from './booking-address.ts';
import { receiptFacts, receiptLanguage } from './receipt-facts.ts';
import { receiptPdf } from './receipt-pdf.ts';

/** Answers with the receipt of a booking, in the booking's language. Shown in the browser, named when it is saved. */
export async function sendReceipt(reply: FastifyReply, deps: Deps, booking: Booking): Promise<FastifyReply> {
  const facts = await receiptFacts(deps.db, booking);
  const { publicUrl } = deps.config;
  const pdf = await receiptPdf(facts, { language: receiptLanguage(booking), publicUrl, now: deps.clock.now() });
  return reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${receiptName(booking.code)}"`)
    .send(pdf);
}

export async function sendQr(reply: FastifyReply, deps: Deps, { code }: Pick<Booking, 'code'>): Promise<FastifyReply> {
  return reply
    .type('image/svg+xml; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(await qrSvg(deps.config.publicUrl, code));
}

export function receiptName(code: string): string {
  return `turno-${code}.pdf`;
}
