import { dayIn, startOfDay } from '#platform/dates.ts';
import type { BookingState, BookingStatus, Channel, ConfirmBy } from '../status.rules.ts';

export interface ConfirmationRule {
  readonly confirmBy: ConfirmBy;
  /** calendar days before the appointment, in the office's zone */
  readonly opensDays: number;
  readonly closesDays: number;
  /** in place of those days, counted from the appointment itself */
  readonly closesHours?: number | null;
  readonly exemptChannels: readonly string[];
}

export interface ConfirmationWindow {
  readonly opensAt: Temporal.Instant;
  /** the first instant that is too late */
  readonly closesAt: Temporal.Instant;
}

/**
 * The window opens at 00:00 of the opening day and closes at 24:00 of the closing day, in the office's zone; by a rule in
 * hours it closes so many of them before the appointment.
 */
export function confirmationWindow(
  startsAt: Temporal.Instant,
  zone: string,
  rule: Pick<ConfirmationRule, 'opensDays' | 'closesDays' | 'closesHours'>,
): ConfirmationWindow {
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  return {
    opensAt: startOfDay(day.subtract({ days: rule.opensDays }), zone),
    closesAt: rule.closesHours
      ? startsAt.subtract({ hours: rule.closesHours })
      : startOfDay(day.subtract({ days: rule.closesDays - 1 }), zone),
  };
}

/** The last day on which one may still confirm, on the office's calendar: the window closes at its end. */
export function lastDayToConfirm(closesAt: Temporal.Instant, zone: string): Temporal.PlainDate {
  return dayIn(closesAt.subtract({ seconds: 1 }), zone);
}

/** The window closes with a day; by a rule in hours it closes within one. */
export function closesAtMidnight(closesAt: Temporal.Instant, zone: string): boolean {
  return closesAt.equals(startOfDay(dayIn(closesAt, zone), zone));
}

/** Who must confirm a booking and when; with its first status, or the one that follows once clearance is granted. */
export function firstStatus(
  rule: ConfirmationRule,
  booking: {
    startsAt: Temporal.Instant;
    zone: string;
    channel: Channel;
    now: Temporal.Instant;
    /** consent of a municipality that the booking waits for comes before all else */
    awaitsClearance?: boolean;
  },
): { status: BookingStatus; confirmBy: ConfirmBy; window: ConfirmationWindow | null } {
  const confirmBy = rule.exemptChannels.includes(booking.channel) ? 'nobody' : rule.confirmBy;
  const status = (settled: BookingStatus): BookingStatus => (booking.awaitsClearance ? 'awaiting-clearance' : settled);
  if (confirmBy === 'office') return { status: status('awaiting-office'), confirmBy, window: null };
  if (confirmBy === 'nobody') return { status: status('confirmed'), confirmBy, window: null };
  const window = confirmationWindow(booking.startsAt, booking.zone, rule);
  const open = Temporal.Instant.compare(booking.now, window.opensAt) >= 0;
  return { status: status(open ? 'confirmed' : 'booked'), confirmBy, window };
}

export type ConfirmRefusal = 'too-early' | 'too-late' | 'already-confirmed' | 'cancelled' | 'not-for-citizen' | 'over';

/** Whether the citizen may confirm now. */
export function confirmRefusal(booking: BookingState, now: Temporal.Instant): ConfirmRefusal | undefined {
  if (booking.status === 'cancelled') return 'cancelled';
  if (booking.status === 'confirmed') return 'already-confirmed';
  if (booking.status === 'awaiting-office') return 'not-for-citizen';
  if (booking.status === 'awaiting-clearance') {
    // Who has the window before them may say so already; the status waits for the clearance too.
    if (!booking.confirmOpensAt) return 'not-for-citizen';
    if (booking.citizenConfirmedAt) return 'already-confirmed';
  } else if (booking.status !== 'booked') return 'over';
  if (booking.confirmOpensAt && Temporal.Instant.compare(now, booking.confirmOpensAt) < 0) return 'too-early';
  if (booking.confirmUndeliveredAt) return undefined;
  if (booking.confirmClosesAt && Temporal.Instant.compare(now, booking.confirmClosesAt) >= 0) return 'too-late';
  return undefined;
}
