import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/**
 * Closes what is open about a booking that was moved, cancelled or offered another seat: its offer, whose seat is free a
 * moment later, needs no answer any more. The caller has locked the booking.
 */
export async function settleOffers(tx: Tx, request: { bookingId: string; now: Temporal.Instant }): Promise<void> {
  const { bookingId, now } = request;
  await sql`
    WITH closed AS (
      UPDATE proposal SET settled_at = ${now}, state = CASE WHEN state = 'offered' THEN 'withdrawn' ELSE state END,
                          decided_at = coalesce(decided_at, ${now})
      WHERE booking_id = ${bookingId} AND settled_at IS NULL RETURNING hold_id, state
    )
    UPDATE hold SET state = 'released'
    WHERE state = 'live' AND id IN (SELECT hold_id FROM closed WHERE state = 'withdrawn')`.execute(tx);
}
