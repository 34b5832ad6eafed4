import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  bookingAnswer as citizenBookingAnswer,
  bookingById,
  bookingView,
  historyOf,
  whyDecided,
} from '#features/booking/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';

/** What `bookingAnswer` makes. */
export const deskBookingAnswer = citizenBookingAnswer.extend({
  channel: z.string(),
  language: z.string(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  createdAt: z.string(),
});

/** A booking as the API shows it to its office: as to its citizen, and how to reach them. */
export async function bookingAnswer(
  db: Db | Tx,
  deps: Deps,
  request: FastifyRequest,
  bookingId: string,
): Promise<Record<string, unknown>> {
  const booking = await bookingById(db, deps.secrets, bookingId);
  if (booking === undefined) throw notFound('unknown-booking');
  const decisions = await whyDecided(db, deps.secrets, booking);
  const asked = { language: request.language, now: deps.clock.now(), decisions };
  return {
    ...bookingView(booking, await historyOf(db, bookingId), asked),
    channel: booking.channel,
    language: booking.language,
    contactEmail: booking.contactEmail,
    contactPhone: booking.contactPhone,
    createdAt: withOffset(booking.createdAt, booking.timeZone),
  };
}
