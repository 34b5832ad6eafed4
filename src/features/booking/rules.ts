import { dayIn, startOfDay } from '#platform/dates.ts';

export const channels = ['web', 'desk', 'phone', 'partner-desk', 'totem', 'api'] as const;
export type Channel = (typeof channels)[number];

export const bookingStatuses = [
  'awaiting-clearance',
  'awaiting-office',
  'booked',
  'confirmed',
  'checked-in',
  'served',
  'no-show',
  'cancelled',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

export type CancelledBy = 'citizen' | 'office' | 'rejected' | 'not-confirmed' | 'clearance-refused' | 'clearance-late';
export type ConfirmBy = 'citizen' | 'office' | 'nobody';

/** How a person of the party stands to the one who books: oneself, or one of the twelve relations, as people choose among them. */
export const relationships = [
  'self',
  'child',
  'stepchild',
  'minor-in-custody',
  'spouse',
  'cohabiting-partner',
  'parent',
  'sibling',
  'grandchild',
  'separated-spouse',
  'divorced-spouse',
  'parent-in-law',
  'child-in-law',
] as const;
export type Relationship = (typeof relationships)[number];

/** Why the service is asked for. */
export const reasons = ['first-issue', 'expiry', 'theft', 'loss', 'damage', 'change-of-data', 'other'] as const;
export type Reason = (typeof reasons)[number];

/** How long a seat is kept while the form is filled, and how long the one extension adds. */
export const holdMinutes = 10;
export const extensionMinutes = 5;

export interface ConfirmationRule {
  readonly confirmBy: ConfirmBy;
  /** calendar days before the appointment, in the office's zone */
  readonly opensDays: number;
  readonly closesDays: number;
  readonly exemptChannels: readonly string[];
}

export interface ConfirmationWindow {
  readonly opensAt: Temporal.Instant;
  /** the first instant that is too late */
  readonly closesAt: Temporal.Instant;
}

/** The window opens at 00:00 of the opening day and closes at 24:00 of the closing day, in the office's zone. */
export function confirmationWindow(
  startsAt: Temporal.Instant,
  zone: string,
  rule: Pick<ConfirmationRule, 'opensDays' | 'closesDays'>,
): ConfirmationWindow {
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  return {
    opensAt: startOfDay(day.subtract({ days: rule.opensDays }), zone),
    closesAt: startOfDay(day.subtract({ days: rule.closesDays - 1 }), zone),
  };
}

/** The last day on which one may still confirm, on the office's calendar: the window closes at its end. */
export function lastDayToConfirm(closesAt: Temporal.Instant, zone: string): Temporal.PlainDate {
  return dayIn(closesAt.subtract({ seconds: 1 }), zone);
}

/** Who must confirm a new booking and when; with its first status. */
export function firstStatus(
  rule: ConfirmationRule,
  booking: { startsAt: Temporal.Instant; zone: string; channel: Channel; now: Temporal.Instant },
): { status: BookingStatus; confirmBy: ConfirmBy; window: ConfirmationWindow | null } {
  const confirmBy = rule.exemptChannels.includes(booking.channel) ? 'nobody' : rule.confirmBy;
  if (confirmBy === 'office') return { status: 'awaiting-office', confirmBy, window: null };
  if (confirmBy === 'nobody') return { status: 'confirmed', confirmBy, window: null };
  const window = confirmationWindow(booking.startsAt, booking.zone, rule);
  const open = Temporal.Instant.compare(booking.now, window.opensAt) >= 0;
  return { status: open ? 'confirmed' : 'booked', confirmBy, window };
}

export interface BookingState {
  readonly status: BookingStatus;
  readonly takenInChargeAt: Temporal.Instant | null;
  readonly confirmOpensAt: Temporal.Instant | null;
  readonly confirmClosesAt: Temporal.Instant | null;
  readonly cancelClosesAt: Temporal.Instant;
  /** The request did not arrive: the window stays open until the office has settled it. */
  readonly confirmUndeliveredAt?: Temporal.Instant | null;
}

export type ConfirmRefusal = 'too-early' | 'too-late' | 'already-confirmed' | 'cancelled' | 'not-for-citizen' | 'over';

/** Whether the citizen may confirm now. */
export function confirmRefusal(booking: BookingState, now: Temporal.Instant): ConfirmRefusal | undefined {
  if (booking.status === 'cancelled') return 'cancelled';
  if (booking.status === 'confirmed') return 'already-confirmed';
  if (booking.status === 'awaiting-office' || booking.status === 'awaiting-clearance') return 'not-for-citizen';
  if (booking.status !== 'booked') return 'over';
  if (booking.confirmOpensAt && Temporal.Instant.compare(now, booking.confirmOpensAt) < 0) return 'too-early';
  if (booking.confirmUndeliveredAt) return undefined;
  if (booking.confirmClosesAt && Temporal.Instant.compare(now, booking.confirmClosesAt) >= 0) return 'too-late';
  return undefined;
}

/** Why a confirmation request is taken not to have arrived. */
export const undelivered = ['refused', 'bounced', 'not-sent', 'too-late', 'no-address'] as const;
export type Undelivered = (typeof undelivered)[number];

/** Whoever is asked later than this before the window closes has not had fair notice. */
const fairNotice = Temporal.Duration.from({ hours: 12 });

export interface AskedBooking {
  readonly status: BookingStatus;
  readonly confirmBy: ConfirmBy;
  readonly confirmClosesAt: Temporal.Instant | null;
  readonly confirmRequestedAt: Temporal.Instant | null;
  readonly confirmSentAt: Temporal.Instant | null;
  readonly confirmUndeliveredAt: Temporal.Instant | null;
}

/**
 * What becomes of a booking whose confirmation is missing. It ends by itself only when the request is known to have left
 * in time and not to have come back; `not-sent` and `too-late` are for the office to settle.
 */
export function fateOfUnconfirmed(
  booking: AskedBooking,
  now: Temporal.Instant,
): 'not-due' | 'cancel' | 'not-sent' | 'too-late' {
  const { confirmClosesAt: closesAt, confirmRequestedAt: askedAt, confirmSentAt: sentAt } = booking;
  if (booking.status !== 'booked' || booking.confirmBy !== 'citizen' || closesAt === null) return 'not-due';
  if (booking.confirmUndeliveredAt !== null || Temporal.Instant.compare(closesAt, now) > 0) return 'not-due';
  // A request sent for an earlier asking, or an earlier time, proves nothing of this one.
  if (askedAt === null || sentAt === null || Temporal.Instant.compare(sentAt, askedAt) < 0) return 'not-sent';
  return Temporal.Instant.compare(sentAt.add(fairNotice), closesAt) > 0 ? 'too-late' : 'cancel';
}

export type CancelRefusal = 'taken-in-charge' | 'too-late' | 'already-cancelled' | 'over';

/** Whether the citizen may cancel alone now: not once it is taken in charge, nor past the cut-off. */
export function cancelRefusal(booking: BookingState, now: Temporal.Instant): CancelRefusal | undefined {
  const end = endRefusal(booking);
  if (end !== undefined) return end;
  if (booking.takenInChargeAt) return 'taken-in-charge';
  if (Temporal.Instant.compare(now, booking.cancelClosesAt) >= 0) return 'too-late';
  return undefined;
}

/** Whether it is too late even for the office to move a booking: it is cancelled, or its people have come. */
export function endRefusal(booking: Pick<BookingState, 'status'>): 'already-cancelled' | 'over' | undefined {
  if (booking.status === 'cancelled') return 'already-cancelled';
  const come = booking.status === 'checked-in' || booking.status === 'served' || booking.status === 'no-show';
  return come ? 'over' : undefined;
}

/** What an operator marks on the day. */
export const marks = ['check-in', 'call', 'serve', 'no-show', 'undo'] as const;
export type Mark = (typeof marks)[number];

export type MarkRefusal = 'cancelled' | 'wrong-state' | 'too-early';

/** Appointments to come, whatever is still to be said about them. */
export const expected: readonly BookingStatus[] = ['awaiting-clearance', 'awaiting-office', 'booked', 'confirmed'];

/** The states each mark may follow. */
const marksFrom: Readonly<Record<Mark, readonly BookingStatus[]>> = {
  'check-in': expected,
  call: [...expected, 'checked-in'],
  serve: [...expected, 'checked-in'],
  'no-show': expected,
  undo: ['checked-in', 'served', 'no-show'],
};

/**
 * Whether the office may mark a booking now. It may serve people ahead of their day, but nobody is absent before the
 * appointment has begun.
 */
export function markRefusal(
  booking: { readonly status: BookingStatus; readonly startsAt: Temporal.Instant },
  mark: Mark,
  now: Temporal.Instant,
): MarkRefusal | undefined {
  if (booking.status === 'cancelled') return 'cancelled';
  if (!marksFrom[mark].includes(booking.status)) return 'wrong-state';
  return mark === 'no-show' && Temporal.Instant.compare(now, booking.startsAt) < 0 ? 'too-early' : undefined;
}

/** Letters and figures that cannot be taken for one another, in print or by telephone. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A booking's code from random bytes (at least 16): eight characters, about 6·10¹¹ of them. */
export function makeCode(random: Uint8Array): string {
  let code = '';
  for (const byte of random) {
    // 240 is the largest multiple of 30 in a byte: beyond it some letters would be likelier.
    if (byte < 240 && code.length < 8) code += codeAlphabet.charAt(byte % 30);
  }
  return code.padEnd(8, '2');
}

/** A code as typed by a person: case, blanks and hyphens do not matter. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
