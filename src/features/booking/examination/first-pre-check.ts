import { type RawBuilder, sql } from 'kysely';
import type { HoldAndRules } from '../hold/lock-hold.ts';
import { firstDueAt } from './pre-check.rules.ts';

/**
 * The three columns of a new booking about what the office looks at: state, since and by when. Who has sent every file
 * the office requires owes nothing: it is the office's turn at once. Where it requires none as a file, the citizen says
 * when all was sent.
 */
export function firstPreCheck(
  held: HoldAndRules,
  { holdId, now }: { holdId: string; now: Temporal.Instant },
): RawBuilder<unknown> {
  const { startsAt, timeZone: zone, preCheckDays: days } = held;
  if (days === null) return sql`NULL::text, NULL::timestamptz, NULL::timestamptz`;
  const dueAt = firstDueAt({ startsAt, zone, now }, days);
  const allSent = sql`(
    SELECT count(*) > 0 AND bool_and(EXISTS (
      SELECT FROM attachment a WHERE a.hold_id = ${holdId} AND a.booking_id IS NULL AND a.file_code = f.code))
    FROM requested_file f WHERE f.offering_id = ${held.offeringId} AND f.mandatory)`;
  return sql`CASE WHEN ${allSent} THEN 'to-examine' ELSE 'to-send' END, ${now}::timestamptz,
    CASE WHEN ${allSent} THEN NULL ELSE ${dueAt}::timestamptz END`;
}
