import { dayIn, startOfDay } from '#platform/dates.ts';

/** How far ahead and how late an offering may be booked, by its own rules; those of its planners hold besides. */
export interface BookingWindow {
  /** of the office: days are counted on its calendar */
  readonly zone: string;
  /** days ahead of today on which booking begins */
  readonly horizonFromDays: number;
  /** for so many days from then on, both ends included; null: as far as the planners reach */
  readonly horizonDays: number | null;
  /** null: the planners' notice alone */
  readonly noticeMinutes: number | null;
}

/** Whether the offering narrows what its planners open. */
export function narrows(window: Omit<BookingWindow, 'zone'>): boolean {
  return window.horizonFromDays > 0 || window.horizonDays !== null || window.noticeMinutes !== null;
}

/** The first and the last day that may be booked at this instant, on the office's calendar; `last` null: no end. */
export function windowDays(
  window: BookingWindow,
  now: Temporal.Instant,
): { first: Temporal.PlainDate; last: Temporal.PlainDate | null } {
  const first = dayIn(now, window.zone).add({ days: window.horizonFromDays });
  return { first, last: window.horizonDays === null ? null : first.add({ days: window.horizonDays }) };
}

/** The earliest start that leaves the office the notice it asks for. */
export function earliestStart(window: BookingWindow, now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: window.noticeMinutes ?? 0 });
}

/** Why a time may not be booked now by the offering's own rules. */
export function outsideWindow(
  window: BookingWindow,
  time: { day: Temporal.PlainDate; startsAt: Temporal.Instant },
  now: Temporal.Instant,
): 'not-open' | 'beyond-horizon' | undefined {
  const { first, last } = windowDays(window, now);
  if (last !== null && Temporal.PlainDate.compare(time.day, last) > 0) return 'beyond-horizon';
  if (Temporal.PlainDate.compare(time.day, first) < 0) return 'not-open';
  return Temporal.Instant.compare(time.startsAt, earliestStart(window, now)) < 0 ? 'not-open' : undefined;
}

/** When a day comes within the window: at 00:00 on the office's clock; null: it is bounded by the planners alone. */
export function entersWindow(window: BookingWindow, day: Temporal.PlainDate): Temporal.Instant | null {
  if (window.horizonDays === null) return null;
  return startOfDay(day.subtract({ days: window.horizonFromDays + window.horizonDays }), window.zone);
}

/** The earlier of two last days; null stands for none. */
export function earlierDay(a: Temporal.PlainDate, b: Temporal.PlainDate | null): Temporal.PlainDate {
  return b !== null && Temporal.PlainDate.compare(b, a) < 0 ? b : a;
}
