import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import type { LockedBooking } from '../locked-booking.ts';
import type { HoldAndRules } from '../hold/lock-hold.ts';
import { type ClearanceMode, type ClearanceState, isAwaited } from './clearance.rules.ts';

/**
 * A consent goes along with a booking that is moved: what was granted stays so, as it is about the person; an answer
 * that is awaited is late from the new appointment on. Where the new office needs one that nobody asked for, it begins.
 * Answers whether the booking waits for it.
 */
export async function carryClearance(
  tx: Tx,
  booking: LockedBooking,
  held: HoldAndRules,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ mode: ClearanceMode; state: ClearanceState }>`
    UPDATE clearance SET office_id = ${held.officeId}, due_on = least(due_on, ${dayIn(held.startsAt, held.timeZone)}::date)
    WHERE booking_id = ${booking.id} RETURNING mode, state`.execute(tx);
  const [kept] = rows;
  if (kept !== undefined) return isAwaited(kept);
  if (held.clearance === 'none' || held.offeringId === booking.offeringId) return false;
  const state = held.clearance === 'required' ? 'to-ask' : 'to-tell';
  await sql`
    INSERT INTO clearance (booking_id, office_id, mode, state, created_at, changed_at)
    VALUES (${booking.id}, ${held.officeId}, ${held.clearance}, ${state}, ${now}, ${now})`.execute(tx);
  return held.clearance === 'required';
}
