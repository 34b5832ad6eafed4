import { type RawBuilder, sql } from 'kysely';

/** The position of the first of a booking's people: 0, until whoever booked leaves the party to the others. */
export function firstPosition(bookingId: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(SELECT min(f.position) FROM booking_person f WHERE f.booking_id = ${bookingId})`;
}
