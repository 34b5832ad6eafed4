import type { FastifyRequest } from 'fastify';
import { mayDo, requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { type Booking, bookingByCode } from './booking.query.ts';
import { readCode } from './code.rules.ts';

/**
 * The booking of whoever is logged in; 404 for everybody else's, as if there were none. Whoever works at its office and
 * opens a citizen's page, by the QR code of a receipt, is led to the office's page of it.
 */
export async function ownBooking(deps: Deps, request: FastifyRequest): Promise<Booking> {
  const viewer = requireViewer(request);
  // Routes that call this have a code.
  const { code } = request.params as { code: string };
  const booking = await bookingByCode(deps.db, deps.secrets, readCode(code));
  if (booking?.accountId === viewer.accountId) return booking;
  const isPage = request.method === 'GET' && !request.url.startsWith('/api/');
  if (booking && isPage && mayDo(viewer, booking.officeId, 'see-booking')) {
    throw new HttpProblem(303, 'at-the-office', {
      headers: { location: `/office/${booking.officeCode}/bookings/${booking.code}` },
    });
  }
  throw notFound();
}
