import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { LockedBooking } from '../locked-booking.ts';
import type { HoldAndRules } from '../hold/lock-hold.ts';
import { firstDueAt } from './pre-check.rules.ts';
import { setPreCheck } from './set-pre-check.ts';

/**
 * What the office looks at goes along with a booking that is moved: nothing is due after the new appointment. At
 * another office it begins anew, by that one's rule. The caller has moved the row.
 */
export async function carryPreCheck(
  tx: Tx,
  booking: LockedBooking,
  held: HoldAndRules,
  now: Temporal.Instant,
): Promise<void> {
  const { startsAt, timeZone: zone, preCheckDays: days } = held;
  if (held.offeringId === booking.offeringId) {
    if (booking.preCheck === null) return;
    await sql`
      UPDATE booking SET pre_check_due_at = least(pre_check_due_at, ${startsAt}::timestamptz)
      WHERE id = ${booking.id} AND pre_check_due_at IS NOT NULL`.execute(tx);
    return;
  }
  if (days === null) {
    await sql`
      UPDATE booking SET pre_check = NULL, pre_check_since = NULL, pre_check_due_at = NULL, pre_check_missing_cipher = NULL
      WHERE id = ${booking.id}`.execute(tx);
    return;
  }
  await setPreCheck(tx, booking.id, { state: 'to-send', dueAt: firstDueAt({ startsAt, zone, now }, days), now });
}
