import type * as ical from 'ical-generator';
import { loadLater } from '#platform/load-later.ts';

const generator = loadLater<typeof ical>('ical-generator');

export interface CalendarFileEntry {
  /** the booking's code */
  readonly code: string;
  /** name of the site, which makes the event's identity unique in a calendar full of others */
  readonly host: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** when what this file says became true */
  readonly changedAt: Temporal.Instant;
  /** how often the appointment was changed: a calendar keeps the highest */
  readonly changes: number;
  readonly cancelled: boolean;
  /** it waits for somebody beside its own people */
  readonly tentative?: boolean;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly url?: string;
}

export interface CalendarFile {
  readonly content: string;
  readonly method: 'PUBLISH' | 'CANCEL';
}

/**
 * An appointment as a calendar file (RFC 5545). Times are in UTC, so that no calendar needs to know the office's zone; the
 * identity never changes, so that a later file moves or removes the entry of an earlier one.
 */
export function calendarFile(event: CalendarFileEntry): CalendarFile {
  const { ICalCalendar, ICalCalendarMethod, ICalEventStatus } = generator();
  const method = event.cancelled ? 'CANCEL' : 'PUBLISH';
  const calendar = new ICalCalendar({
    prodId: { company: 'Turno', product: 'Turno', language: 'IT' },
    method: ICalCalendarMethod[method],
  });
  calendar.createEvent({
    id: `${event.code}@${event.host}`,
    sequence: event.changes,
    stamp: event.changedAt.toZonedDateTimeISO('UTC'),
    start: event.startsAt.toZonedDateTimeISO('UTC'),
    end: event.endsAt.toZonedDateTimeISO('UTC'),
    summary: event.summary,
    location: event.location,
    description: event.description,
    status: ICalEventStatus[event.cancelled ? 'CANCELLED' : event.tentative === true ? 'TENTATIVE' : 'CONFIRMED'],
    ...(event.url !== undefined && { url: event.url }),
  });
  return { content: calendar.toString(), method };
}
