import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Language } from '#platform/language.ts';
import { type Booking } from '../booking.query.ts';
import { historyOf } from '../history.query.ts';
import { calendarEntry } from '../calendar-entry.ts';

/** The calendar entry of a booking. */
export async function sendEventFile(
  reply: FastifyReply,
  deps: Deps,
  booking: Booking,
  language: Language,
): Promise<FastifyReply> {
  const history = await historyOf(deps.db, booking.id);
  return reply
    .type('text/calendar; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="turno-${booking.code}.ics"`)
    .send(calendarEntry(booking, history, { publicUrl: deps.config.publicUrl, language }));
}
