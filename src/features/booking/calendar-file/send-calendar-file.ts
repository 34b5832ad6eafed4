import type { FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import type { Language } from '#platform/language.ts';
import type { Booking } from '../booking.query.ts';
import { calendarEntry } from './calendar-entry.ts';
import { papersOfBooking } from '../visit/visit-of-booking.query.ts';
import { historyOf } from '../history.query.ts';

/** Answers with the calendar file of a booking. */
export async function sendCalendarFile(
  reply: FastifyReply,
  deps: Deps,
  booking: Booking,
  language: Language,
): Promise<FastifyReply> {
  const [history, { documents }] = await Promise.all([
    historyOf(deps.db, booking.id),
    papersOfBooking(deps.db, booking, language),
  ]);
  const changed = history.filter((event) => event.kind === 'moved' || event.kind === 'cancelled');
  const changedAt = changed.at(-1)?.at ?? booking.createdAt;
  const entry = { ...booking, changedAt, changes: changed.length, documents };
  return reply
    .type('text/calendar; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="turno-${booking.code}.ics"`)
    .send(calendarEntry(entry, { publicUrl: deps.config.publicUrl, language }).content);
}
