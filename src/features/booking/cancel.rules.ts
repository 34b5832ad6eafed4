import type { BookingState } from './status.rules.ts';

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
