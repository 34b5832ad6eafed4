import { sql } from 'kysely';
import type { Refusal, Rule } from './rule.ts';

/** An account has so many live bookings at a time, for its owner and the family, among offerings with a limit. */
export const liveLimit: Rule = {
  ofThePast: true,
  // Before the form is filled; once people are known the booking itself decides, in the statement it asks anyway.
  concerns: ({ offering, people }) => offering.liveLimit !== null && people === undefined,

  async refuse(db, { viewer, offering }) {
    const limit = offering.liveLimit ?? Infinity;
    const { rows } = await sql<{ live: number }>`
      SELECT count(*)::int AS live FROM booking b JOIN offering o ON o.id = b.offering_id
      WHERE b.account_id = ${viewer.accountId} AND b.live AND o.live_limit IS NOT NULL`.execute(db);
    return (rows[0]?.live ?? 0) >= limit ? tooManyBookings(limit) : undefined;
  },
};

export function tooManyBookings(limit: number): Refusal {
  return { name: 'too-many-bookings', values: { limit }, ways: [{ name: 'own-bookings', href: '/bookings' }] };
}
