import { asksAnother, type Booking, completableOf, isComplete, missingOf } from '#features/booking/index.ts';

/** Something the office asked for is not there yet, and the people have still to be served. */
export function lacksSomething(booking: Booking): boolean {
  const isDone = booking.status === 'served' || booking.status === 'no-show';
  const asksAgain = booking.live && booking.people.some(({ position }) => asksAnother(booking, position));
  return !isDone && (asksAgain || !isComplete(missingOf(completableOf(booking))));
}
