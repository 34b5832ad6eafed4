import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { dayIn } from '#platform/dates.ts';
import { firstStatus } from '../confirmation/confirmation.rules.ts';
import type { HoldAndRules } from '../hold/lock-hold.ts';
import type { LockedBooking } from '../locked-booking.ts';
import { type ClearanceMode, type ClearanceState, isAwaited } from './clearance.rules.ts';
import { consentFor } from './consent-for.ts';
import { lastDayToAnswer } from './deadline.rules.ts';
import { passOn } from './pass-on.ts';

interface Kept {
  readonly mode: ClearanceMode;
  readonly state: ClearanceState;
  readonly residence: string | null;
  readonly dueOn: Temporal.PlainDate | null;
}

/**
 * A consent goes along with a booking that is moved: what was granted stays so, as it is about the person; an answer
 * that is awaited must come in time for the new appointment. Where the new office needs one that nobody asked for, it
 * begins; where it needs none, nothing is waited for. Answers whether the booking waits for it.
 */
export async function carryClearance(
  tx: Tx,
  booking: LockedBooking,
  held: HoldAndRules,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<Kept>`
    SELECT mode, state, municipality_code AS residence, due_on AS "dueOn"
    FROM clearance WHERE booking_id = ${booking.id} FOR UPDATE`.execute(tx);
  const [kept] = rows;
  const isElsewhere = held.offeringId !== booking.offeringId;
  if (kept === undefined) return isElsewhere && begin(tx, booking, held, now);
  const needed = consentFor(held, { residence: kept.residence, channel: booking.channel, now });
  if (isElsewhere && needed.ok && needed.mode === 'none' && isAwaited(kept)) {
    await sql`DELETE FROM clearance WHERE booking_id = ${booking.id}`.execute(tx);
    return false;
  }
  await sql`
    UPDATE clearance SET office_id = ${held.officeId}, due_on = ${kept.dueOn && inTime(kept.dueOn, booking, held, now)},
      changed_at = ${now}
    WHERE booking_id = ${booking.id}`.execute(tx);
  return isAwaited(kept);
}

async function begin(tx: Tx, booking: LockedBooking, held: HoldAndRules, now: Temporal.Instant): Promise<boolean> {
  // Nobody was asked where they live: the office finds it out, and asks.
  const needed = consentFor(held, { residence: null, channel: booking.channel, now });
  if (!needed.ok || needed.mode === 'none') return false;
  const state = needed.mode === 'required' ? 'to-ask' : 'to-tell';
  await sql`
    INSERT INTO clearance (booking_id, office_id, mode, state, due_on, at_deadline, created_at, changed_at)
    VALUES (${booking.id}, ${held.officeId}, ${needed.mode}, ${state}, ${needed.dueOn}, ${held.clearanceRule.atDeadline},
            ${now}, ${now})`.execute(tx);
  await passOn(tx, { bookingId: booking.id, now });
  return needed.mode === 'required';
}

function inTime(
  dueOn: Temporal.PlainDate,
  booking: LockedBooking,
  held: HoldAndRules,
  now: Temporal.Instant,
): Temporal.PlainDate {
  const { startsAt, timeZone: zone } = held;
  const { window } = firstStatus(held.confirmation, { startsAt, zone, channel: booking.channel, now });
  const last = lastDayToAnswer({ startsAt, zone, closesAt: window?.closesAt ?? null, now });
  const today = dayIn(now, zone);
  if (Temporal.PlainDate.compare(dueOn, last) <= 0) return dueOn;
  return Temporal.PlainDate.compare(last, today) < 0 ? today : last;
}
