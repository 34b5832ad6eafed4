import { type Language, type LocalText, localText } from '#platform/language.ts';
import { calendarEntryTexts } from './calendar-entry.text.ts';
import { type CalendarFile, calendarFile } from './calendar-file.ts';
import { bookingUrl, findBookingUrl } from '../receipt/booking-address.ts';
import { type Awaiting, stillAwaited } from '../receipt/still-awaited.ts';

interface BookingInCalendar extends Awaiting {
  readonly code: string;
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
  readonly timeZone: string;
  readonly officePhone: string | null;
  readonly officeEmail: string | null;
  /** what to bring, in the reader's language */
  readonly documents: readonly string[];
}

/** A booking as a calendar file: by whatever way it reaches the calendar, it says the same. */
export function calendarEntry(
  booking: BookingInCalendar,
  { publicUrl, language }: { publicUrl: string; language: Language },
): CalendarFile {
  const office = localText(booking.officeName, language);
  return calendarFile({
    code: booking.code,
    host: new URL(publicUrl).hostname,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    changedAt: booking.changedAt,
    changes: booking.changes,
    cancelled: booking.status === 'cancelled',
    tentative: booking.status === 'awaiting-clearance' || booking.status === 'awaiting-office',
    summary: `${localText(booking.serviceName, language)}, ${office}`,
    location: [office, booking.officeAddress ?? localText(booking.officeCity, language)].join(', '),
    description: describe(booking, { publicUrl, language }),
    // The page of a booking opens only for the account it belongs to.
    ...(booking.accountId !== null && { url: bookingUrl(publicUrl, booking.code) }),
  });
}

/** What a person looks for in the entry on the day: what it still waits for, the code, the way there, what to bring, and where to change it. */
function describe(
  booking: BookingInCalendar,
  { publicUrl, language }: { publicUrl: string; language: Language },
): string {
  const t = calendarEntryTexts.for(language);
  const { code, officeAddress, officePhone, officeEmail, documents } = booking;
  const contacts = [officePhone, officeEmail].filter((known) => known !== null).join(', ');
  return [
    ...stillAwaited(booking, booking.timeZone, language),
    t('code', { code }),
    t('where', { office: localText(booking.officeName, language), address: officeAddress ?? t('noAddress') }),
    ...(contacts === '' ? [] : [t('contacts', { contacts })]),
    ...(documents.length > 0 ? ['', t('documents'), ...documents.map((document) => `- ${document}`)] : []),
    '',
    booking.accountId === null
      ? t('find', { url: findBookingUrl(publicUrl) })
      : t('page', { url: bookingUrl(publicUrl, code) }),
  ].join('\n');
}
