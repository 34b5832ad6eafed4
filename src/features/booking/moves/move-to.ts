import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { LockedBooking } from '../locked-booking.ts';
import { type Actor, notifyOf, recordEvent } from '../record-event.ts';
import { firstStatus } from '../confirmation/confirmation.rules.ts';
import type { BookingStatus } from '../status.rules.ts';
import type { HoldAndRules } from '../hold/lock-hold.ts';
import { giveBackSeats } from '../seats/give-back.ts';
import { closeRequests } from '../requests/close-requests.ts';
import { carryClearance } from '../clearance/carry-clearance.ts';
import { carryPreCheck } from '../examination/carry-pre-check.ts';
import { leavePhotosToOffice } from '../photo-decision/forget-decisions.ts';
import { settleOffers } from './settle-offers.ts';

export type MoveRefusal = 'hold-expired' | 'other-service' | 'party-mismatch';

/** Whether a hold is a seat that this booking can be moved to. */
export function moveRefusal(
  booking: LockedBooking,
  held: HoldAndRules | undefined,
  now: Temporal.Instant,
): MoveRefusal | undefined {
  if (held?.state !== 'live' || Temporal.Instant.compare(held.expiresAt, now) <= 0) return 'hold-expired';
  if (held.rescheduleOf !== booking.id) return 'hold-expired';
  if (held.serviceCode !== booking.serviceCode) return 'other-service';
  return held.party === booking.party ? undefined : 'party-mismatch';
}

/**
 * Moves a locked booking to the seats of a locked hold: the old seats are kept until this commit, then free. It is to be
 * confirmed as one made today for the new time, unless the office has confirmed it and moves it itself.
 */
export async function moveTo(
  tx: Tx,
  booking: LockedBooking,
  held: HoldAndRules,
  how: { holdId: string; actor: Actor; byOffice: boolean; now: Temporal.Instant },
): Promise<void> {
  const { now, holdId, actor } = how;
  const { channel } = booking;
  const awaitsClearance = await carryClearance(tx, booking, held, now);
  const { startsAt, timeZone: zone } = held;
  const first = firstStatus(held.confirmation, { startsAt, zone, channel, now, awaitsClearance });
  const stands = how.byOffice && booking.status === 'confirmed' && first.status === 'awaiting-office';
  const status: BookingStatus = stands ? 'confirmed' : first.status;
  await giveBackSeats(tx, booking, now);
  await sql`UPDATE hold SET state = 'booked', draft = NULL WHERE id = ${holdId}`.execute(tx);
  await sql`
    UPDATE booking SET hold_id = ${holdId}, office_id = ${held.officeId}, offering_id = ${held.offeringId},
      planner_id = ${held.plannerId}, slot_ids = ${held.slotIds}, slot_id = ${held.slotId}, starts_at = ${held.startsAt},
      ends_at = ${held.endsAt}, quota_group = (SELECT h.quota_group FROM hold h WHERE h.id = ${holdId}), status = ${status}, confirm_by = ${first.confirmBy},
      confirm_opens_at = ${first.window?.opensAt ?? null}, confirm_closes_at = ${first.window?.closesAt ?? null},
      confirm_requested_at = NULL, confirm_sent_at = NULL, confirm_undelivered_at = NULL, confirm_undelivered_why = NULL,
      reminded_at = NULL, completion_reminded_at = NULL, citizen_confirmed_at = NULL,
      cancel_closes_at = ${held.startsAt.subtract({ hours: held.cancelCutoffHours })},
      -- another office has fees of its own
      fees = CASE WHEN offering_id = ${held.offeringId} THEN fees
                  ELSE (SELECT o.fees FROM offering o WHERE o.id = ${held.offeringId}) END
    WHERE id = ${booking.id}`.execute(tx);
  if (held.officeId !== booking.officeId)
    await leavePhotosToOffice(tx, { id: booking.id, offeringId: held.offeringId });
  await carryPreCheck(tx, booking, held, now);
  await settleOffers(tx, { bookingId: booking.id, now });
  // What is still asked goes along to the office where they are expected now.
  await sql`
    UPDATE booking_request SET office_id = ${held.officeId}
    WHERE booking_id = ${booking.id} AND state = 'open' AND office_id <> ${held.officeId}`.execute(tx);
  const by = how.byOffice && actor.kind === 'office' ? actor.accountId : null;
  await closeRequests(tx, { bookingId: booking.id, kinds: ['change'], by, now });
  const detail = { from: booking.startsAt.toString(), to: held.startsAt.toString() };
  await recordEvent(tx, { bookingId: booking.id, at: now, kind: 'moved', actor, detail });
  await notifyOf(tx, { kind: 'moved', bookingId: booking.id, at: now });
}
