import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { type Outcome, transact } from '#platform/transaction.ts';
import { type LockedBooking, lockBooking } from './locked-booking.ts';
import { type Actor, notifyOf, recordEvent } from './record-event.ts';
import { type CancelledBy, type CancelRefusal, cancelRefusal } from './rules.ts';

/** Cancels for the citizen, by the rules of who may still do it alone; the seats are free in the same commit. */
export async function cancelBooking(
  tx: Tx,
  request: { bookingId: string; accountId: number | null; now: Temporal.Instant },
): Promise<Outcome<object, CancelRefusal | 'not-found'>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const refusal = cancelRefusal(booking, request.now);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  const actor = { kind: 'citizen', accountId: request.accountId } as const;
  await end(tx, booking, { by: 'citizen', reason: null, actor, now: request.now });
  return { ok: true };
}

/** Cancels for the office, with the reason the people will read. */
export async function cancelByOffice(
  tx: Tx,
  request: { bookingId: string; operatorId: number; reason: string; rejected?: boolean; now: Temporal.Instant },
): Promise<Outcome<object, 'already-cancelled' | 'over' | 'not-found'>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.status === 'cancelled') return { ok: false, reason: 'already-cancelled' };
  if (booking.status === 'served' || booking.status === 'no-show') return { ok: false, reason: 'over' };
  const actor = { kind: 'office', accountId: request.operatorId } as const;
  await end(tx, booking, {
    by: request.rejected ? 'rejected' : 'office',
    reason: request.reason,
    actor,
    now: request.now,
  });
  return { ok: true };
}

/** Ends a booking whose confirmation was asked for, was due and is missing. Whoever was never asked loses nothing. */
export async function cancelUnconfirmed(
  tx: Tx,
  request: { bookingId: string; now: Temporal.Instant },
): Promise<Outcome<object, 'not-due' | 'not-found'>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const due = booking.confirmClosesAt !== null && Temporal.Instant.compare(booking.confirmClosesAt, request.now) <= 0;
  if (booking.status !== 'booked' || booking.confirmRequestedAt === null || !due)
    return { ok: false, reason: 'not-due' };
  await end(tx, booking, { by: 'not-confirmed', reason: null, actor: { kind: 'system' }, now: request.now });
  return { ok: true };
}

/** Ends all bookings whose confirmation is overdue, each in its own transaction; answers how many. */
export async function cancelOverdue(db: Db, request: { now: Temporal.Instant; most: number }): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM booking WHERE status = 'booked' AND confirm_requested_at IS NOT NULL AND confirm_closes_at <= ${request.now}
    ORDER BY confirm_closes_at LIMIT ${request.most}`.execute(db);
  let ended = 0;
  for (const row of rows) {
    const outcome = await transact(db, (tx) => cancelUnconfirmed(tx, { bookingId: row.id, now: request.now }));
    if (outcome.ok) ended += 1;
  }
  return ended;
}

async function end(
  tx: Tx,
  booking: LockedBooking,
  how: { by: CancelledBy; reason: string | null; actor: Actor; now: Temporal.Instant },
): Promise<void> {
  await sql`SELECT return_seats(${booking.slotIds}, ${booking.party})`.execute(tx);
  await tx
    .updateTable('booking')
    .set({ status: 'cancelled', live: false, cancelled_by: how.by, cancel_reason: how.reason })
    .where('id', '=', booking.id)
    .execute();
  await tx.updateTable('booking_person').set({ live: false }).where('booking_id', '=', booking.id).execute();
  const detail = how.reason === null ? { by: how.by } : { by: how.by, reason: how.reason };
  await recordEvent(tx, { bookingId: booking.id, at: how.now, kind: 'cancelled', actor: how.actor, detail });
  await notifyOf(tx, { kind: 'cancelled', bookingId: booking.id, at: how.now });
}
