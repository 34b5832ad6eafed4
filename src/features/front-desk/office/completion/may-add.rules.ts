import type { Booking } from '#features/booking/index.ts';

/** The desk adds and changes until the people have been served, or the booking is off. */
export function mayAddAtDesk({ status }: Pick<Booking, 'status'>): boolean {
  return status !== 'cancelled' && status !== 'served' && status !== 'no-show';
}
