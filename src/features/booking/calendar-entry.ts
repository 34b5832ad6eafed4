import { localText, type Language } from '#platform/language.ts';
import type { Booking } from './booking.query.ts';
import type { BookingEvent } from './history.query.ts';
import { bookingEventFile } from './booking-event-file.ts';

/** The calendar file of a booking, for the one it belongs to. */
export function calendarEntry(
  booking: Booking,
  history: readonly BookingEvent[],
  site: { publicUrl: string; language: Language },
): string {
  const name = localText(booking.officeName, site.language);
  const moved = history.filter((event) => event.kind === 'moved' || event.kind === 'cancelled');
  return bookingEventFile({
    code: booking.code,
    host: new URL(site.publicUrl).hostname,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    changedAt: moved.at(-1)?.at ?? booking.createdAt,
    changes: moved.length,
    cancelled: booking.status === 'cancelled',
    summary: `${localText(booking.serviceName, site.language)}, ${name}`,
    location: [name, booking.officeAddress ?? localText(booking.officeCity, site.language)].join(', '),
    description: booking.code,
    url: `${site.publicUrl}/bookings/${booking.code}`,
  }).content;
}
