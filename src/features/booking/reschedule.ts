import { sql } from 'kysely';
import { settleTicket } from '#features/waiting-room/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type HoldOwner, ownerKeys } from './hold/hold-owner.ts';
import { lockBooking } from './locked-booking.ts';
import { moveRefusal, type MoveRefusal, moveTo } from './moves/move-to.ts';
import { type CancelRefusal, cancelRefusal, endRefusal } from './cancel.rules.ts';
import { rulesOfHold } from './hold/lock-hold.ts';
import { isOfPriorityAge } from './priority/of-priority-age.ts';

export type RescheduleRefusal =
  | CancelRefusal
  | MoveRefusal
  | 'not-of-priority-age'
  | 'not-the-ticket-holder'
  | 'not-found';

interface Wish {
  readonly bookingId: string;
  readonly holdId: string;
  readonly owner: HoldOwner;
  readonly now: Temporal.Instant;
}

/** Moves a booking for its citizen to the seats of a hold made for it, by the rules of who may still do it alone. */
export async function reschedule(
  tx: Tx,
  secrets: Secrets,
  request: Wish & { accountId: number | null },
): Promise<Outcome<object, RescheduleRefusal>> {
  const { now, holdId } = request;
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const held = await rulesOfHold(tx, { holdId, owners: ownerKeys(secrets, request.owner) });
  if (held?.booking?.id === booking.id) return { ok: true };
  const refusal = cancelRefusal(booking, now) ?? moveRefusal(booking, held, now);
  if (refusal !== undefined || held === undefined) return { ok: false, reason: refusal ?? 'hold-expired' };
  if (!(await isOfPriorityAge(tx, { bookingId: booking.id, holdId })))
    return { ok: false, reason: 'not-of-priority-age' };
  if (held.ticket && !(await isOfTicket(tx, { bookingId: booking.id, ...held.ticket })))
    return { ok: false, reason: 'not-the-ticket-holder' };
  const actor = { kind: 'citizen', accountId: request.accountId } as const;
  await moveTo(tx, booking, held, { holdId, actor, byOffice: false, now });
  if (held.ticket) await settleTicket(tx, { ...held.ticket, bookingId: booking.id, now });
  return { ok: true };
}

/** Moves a booking for the office, which may do so until its people have come. */
export async function moveByOffice(
  tx: Tx,
  secrets: Secrets,
  request: Wish & { operatorId: number },
): Promise<Outcome<object, MoveRefusal | 'already-cancelled' | 'over' | 'not-found'>> {
  const { now, holdId } = request;
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const held = await rulesOfHold(tx, { holdId, owners: ownerKeys(secrets, request.owner) });
  if (held?.booking?.id === booking.id) return { ok: true };
  const refusal = endRefusal(booking) ?? moveRefusal(booking, held, now);
  if (refusal !== undefined || held === undefined) return { ok: false, reason: refusal ?? 'hold-expired' };
  const actor = { kind: 'office', accountId: request.operatorId } as const;
  await moveTo(tx, booking, held, { holdId, actor, byOffice: true, now });
  return { ok: true };
}

/** The people of the booking are those who waited for the seat: all of them and nobody else. */
async function isOfTicket(
  tx: Tx,
  { bookingId, roomId, number }: { bookingId: string; roomId: number; number: number },
): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    SELECT (SELECT array_agg(person_key ORDER BY person_key) FROM booking_person WHERE booking_id = ${bookingId} AND live)
         = (SELECT array_agg(person_key ORDER BY person_key) FROM ticket_person WHERE room_id = ${roomId} AND number = ${number})
      AS same`.execute(tx);
  return rows[0]?.same === true;
}
