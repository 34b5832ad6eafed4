import type { BookingStatus, ConfirmBy } from '../status.rules.ts';

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
