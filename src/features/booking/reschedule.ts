import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type HoldOwner, ownerKeys } from './hold-owner.ts';
import { lockBooking } from './locked-booking.ts';
import { notifyOf, recordEvent } from './record-event.ts';
import { type CancelRefusal, cancelRefusal, firstStatus } from './rules.ts';
import { rulesOfHold } from './rules-of-hold.query.ts';

export type RescheduleRefusal = CancelRefusal | 'not-found' | 'hold-expired' | 'other-service' | 'party-mismatch';

/** Moves a booking to the seats of a hold made for it: the old seats are kept until this commit, then free. */
export async function reschedule(
  tx: Tx,
  secrets: Secrets,
  request: { bookingId: string; holdId: string; owner: HoldOwner; accountId: number | null; now: Temporal.Instant },
): Promise<Outcome<object, RescheduleRefusal>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const held = await rulesOfHold(tx, { holdId: request.holdId, owners: ownerKeys(secrets, request.owner) });
  if (held?.booking?.id === booking.id) return { ok: true };
  const refusal = cancelRefusal(booking, request.now);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  const live = held?.state === 'live' && Temporal.Instant.compare(held.expiresAt, request.now) > 0;
  if (held === undefined || !live || held.rescheduleOf !== booking.id) return { ok: false, reason: 'hold-expired' };
  if (held.serviceCode !== booking.serviceCode) return { ok: false, reason: 'other-service' };
  if (held.party !== booking.party) return { ok: false, reason: 'party-mismatch' };

  const { channel } = await tx
    .selectFrom('booking')
    .select('channel')
    .where('id', '=', booking.id)
    .executeTakeFirstOrThrow();
  const first = firstStatus(held.confirmation, {
    startsAt: held.startsAt,
    zone: held.timeZone,
    channel,
    now: request.now,
  });
  await sql`SELECT return_seats(${booking.slotIds}, ${booking.party})`.execute(tx);
  await sql`UPDATE hold SET state = 'booked', draft = NULL WHERE id = ${request.holdId}`.execute(tx);
  await sql`
    UPDATE booking SET hold_id = ${request.holdId}, office_id = ${held.officeId}, offering_id = ${held.offeringId},
      planner_id = ${held.plannerId}, slot_ids = ${held.slotIds}, slot_id = ${held.slotId}, starts_at = ${held.startsAt},
      ends_at = ${held.endsAt}, status = ${first.status}, confirm_by = ${first.confirmBy},
      confirm_opens_at = ${first.window?.opensAt ?? null}, confirm_closes_at = ${first.window?.closesAt ?? null},
      confirm_requested_at = NULL, reminded_at = NULL,
      cancel_closes_at = ${held.startsAt.subtract({ hours: held.cancelCutoffHours })}
    WHERE id = ${booking.id}`.execute(tx);
  const actor = { kind: 'citizen', accountId: request.accountId } as const;
  const detail = { from: booking.startsAt.toString(), to: held.startsAt.toString() };
  await recordEvent(tx, { bookingId: booking.id, at: request.now, kind: 'moved', actor, detail });
  await notifyOf(tx, { kind: 'moved', bookingId: booking.id, at: request.now });
  return { ok: true };
}
