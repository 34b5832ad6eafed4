import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { LockedBooking } from '../locked-booking.ts';
import type { HoldAndRules } from '../hold/lock-hold.ts';
import { firstDueAt } from './pre-check.rules.ts';
import { setPreCheck } from './set-pre-check.ts';

/**
 * What the office looks at goes along with a booking that is moved. What is still to be sent for the first time is due
 * as if it were booked now; a date that the office itself has set stays; nothing is due after the new appointment. At
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
    // The office may have given up looking since: what was promised then stands.
    const again = days === null || booking.preCheck !== 'to-send' ? null : firstDueAt({ startsAt, zone, now }, days);
    await sql`
      UPDATE booking SET pre_check_due_at = least(coalesce(${again}::timestamptz, pre_check_due_at), ${startsAt}::timestamptz),
        pre_check_reminded_at = CASE WHEN ${again}::timestamptz > pre_check_due_at THEN NULL ELSE pre_check_reminded_at END
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
