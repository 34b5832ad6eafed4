import { type Language, type LocalText, localText } from '#platform/language.ts';
import { calendarEntryTexts } from './calendar-entry.text.ts';
import { type CalendarFile, calendarFile } from './calendar-file.ts';
import type { BookingStatus } from './rules.ts';

interface BookingInCalendar {
  readonly code: string;
  readonly status: BookingStatus;
  readonly accountId: number | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** when it was made, or last moved or cancelled; and how often it was */
  readonly changedAt: Temporal.Instant;
  readonly changes: number;
  readonly serviceName: LocalText;
  readonly officeName: LocalText;
  readonly officeAddress: string | null;
  readonly officeCity: LocalText;
  /** what to bring, in the reader's language */
  readonly documents: readonly string[];
}

/** A booking as a calendar file: by whatever way it reaches the calendar, it says the same. */
export function calendarEntry(
  booking: BookingInCalendar,
  { publicUrl, language }: { publicUrl: string; language: Language },
): CalendarFile {
  const t = calendarEntryTexts.for(language);
  const office = localText(booking.officeName, language);
  const code = t('code', { code: booking.code });
  return calendarFile({
    code: booking.code,
    host: new URL(publicUrl).hostname,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    changedAt: booking.changedAt,
    changes: booking.changes,
    cancelled: booking.status === 'cancelled',
    summary: `${localText(booking.serviceName, language)}, ${office}`,
    location: [office, booking.officeAddress ?? localText(booking.officeCity, language)].join(', '),
    description: booking.documents.length > 0 ? [code, t('documents'), ...booking.documents].join('\n') : code,
    // The page of a booking opens only for the account it belongs to.
    ...(booking.accountId !== null && { url: `${publicUrl}/bookings/${booking.code}` }),
  });
}
