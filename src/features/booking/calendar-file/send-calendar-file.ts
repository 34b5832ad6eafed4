import type { FastifyReply } from 'fastify';
import { documentsToBring } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { Language } from '#platform/language.ts';
import type { Booking } from '../booking.query.ts';
import { calendarEntry } from './calendar-entry.ts';
import { historyOf } from '../history.query.ts';

/** Answers with the calendar file of a booking. */
export async function sendCalendarFile(
  reply: FastifyReply,
  deps: Deps,
  booking: Booking,
  language: Language,
): Promise<FastifyReply> {
  const { officeId, serviceCode, officeKind: kind } = booking;
  const [history, documents] = await Promise.all([
    historyOf(deps.db, booking.id),
    documentsToBring(deps.db, { officeId, serviceCode, kind, language }),
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
