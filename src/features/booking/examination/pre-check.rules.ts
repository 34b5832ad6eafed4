import { dayIn, startOfDay } from '#platform/dates.ts';
import { type LocalText } from '#platform/language.ts';
import { type BookingStatus, expected } from '../status.rules.ts';

/** `to-send` and `to-regularise`: the citizen's turn; `to-examine`: the office's; the others are what came of it. */
export const preCheckStates = ['to-send', 'to-examine', 'to-regularise', 'fine', 'rejected'] as const;
export type PreCheckState = (typeof preCheckStates)[number];

/** What the citizen still has to put right: what the office ticked, and what it wrote. */
export interface Missing {
  readonly items: readonly LocalText[];
  readonly note: LocalText | null;
}

export interface PreCheck {
  readonly state: PreCheckState;
  readonly since: Temporal.Instant;
  /** the first instant that is too late; null unless it is the citizen's turn */
  readonly dueAt: Temporal.Instant | null;
  readonly missing: Missing | null;
}

/** The citizen has something to send. */
export function isCitizensTurn(state: PreCheckState | null): boolean {
  return state === 'to-send' || state === 'to-regularise';
}

/** Nobody has said yet what came of it. */
export function isOpenPreCheck(state: PreCheckState | null): boolean {
  return state === 'to-examine' || isCitizensTurn(state);
}

/** The end of a day at the office, or the appointment where that comes first. */
export function dueAtEndOf(day: Temporal.PlainDate, startsAt: Temporal.Instant, zone: string): Temporal.Instant {
  return earlier(startOfDay(day.add({ days: 1 }), zone), startsAt);
}

/** By when documents are due after booking: so many calendar days, never later than the appointment. */
export function firstDueAt(
  booking: { startsAt: Temporal.Instant; zone: string; now: Temporal.Instant },
  days: number,
): Temporal.Instant {
  const { startsAt, zone, now } = booking;
  return dueAtEndOf(dayIn(now, zone).add({ days }), startsAt, zone);
}

/** The last day on which something may be sent, on the office's calendar. */
export function lastDayToSend(dueAt: Temporal.Instant, zone: string): Temporal.PlainDate {
  return dayIn(dueAt.subtract({ seconds: 1 }), zone);
}

/** Whether a day can be the last one to put something right: from today to the day of the appointment. */
export function deadlineFault(
  day: Temporal.PlainDate,
  booking: { startsAt: Temporal.Instant; zone: string; now: Temporal.Instant },
): 'past' | 'after-appointment' | undefined {
  const { startsAt, zone, now } = booking;
  if (Temporal.PlainDate.compare(day, dayIn(now, zone)) < 0) return 'past';
  return Temporal.PlainDate.compare(day, dayIn(startsAt, zone)) > 0 ? 'after-appointment' : undefined;
}

/** Whether a booking is in the office's queue: it confirms, or looks at what was sent. */
export function isToExamine(booking: { status: BookingStatus; preCheck: PreCheckState | null }): boolean {
  if (!expected.includes(booking.status)) return false;
  return booking.status === 'awaiting-office' || isOpenPreCheck(booking.preCheck);
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) <= 0 ? one : other;
}
