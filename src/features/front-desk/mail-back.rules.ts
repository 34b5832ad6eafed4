import type { Booking } from '#features/booking/index.ts';

/** It ended for a missing confirmation whose request, as was learnt later, had not arrived. */
export function isLost(booking: Pick<Booking, 'cancelledBy' | 'confirmUndeliveredAt'>): boolean {
  return booking.cancelledBy === 'not-confirmed' && booking.confirmUndeliveredAt !== null;
}

type Asked = Pick<Booking, 'status' | 'confirmBy' | 'confirmOpensAt' | 'confirmClosesAt' | 'writtenTo'>;

/** Whether people can be asked to confirm once more: there is an address, and they would still have time. */
export function canAskAgain(booking: Asked, now: Temporal.Instant): boolean {
  const { status, confirmBy, confirmOpensAt: opens, confirmClosesAt: closes, writtenTo } = booking;
  if (status !== 'booked' || confirmBy !== 'citizen' || opens === null || closes === null) return false;
  const isOpen = Temporal.Instant.compare(opens, now) <= 0 && Temporal.Instant.compare(now, closes) < 0;
  return isOpen && writtenTo !== null;
}
