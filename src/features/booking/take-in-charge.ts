import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockBooking } from './locked-booking.ts';
import { notifyOf, recordEvent } from './record-event.ts';

/**
 * An operator begins to work on a booking: the citizen can no longer cancel or move it alone, and is told, with the words
 * of the office where it gave some.
 */
export async function takeInCharge(
  tx: Tx,
  request: {
    bookingId: string;
    operatorId: number;
    /** Why, and what comes next: encrypted, as it may say something about the person. */
    message?: Buffer | null;
    now: Temporal.Instant;
  },
): Promise<Outcome<object, 'not-found' | 'over' | 'taken-in-charge'>> {
  const { operatorId, message = null, now } = request;
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.takenInChargeAt !== null) return { ok: false, reason: 'taken-in-charge' };
  if (['cancelled', 'served', 'no-show'].includes(booking.status)) return { ok: false, reason: 'over' };
  await tx
    .updateTable('booking')
    .set({ taken_in_charge_at: now, taken_in_charge_by: operatorId })
    .where('id', '=', booking.id)
    .execute();
  const detail = message === null ? {} : { message: message.toString('base64') };
  await tell(tx, { kind: 'taken-in-charge', bookingId: booking.id, operatorId, detail, now });
  return { ok: true };
}

/** The office gives a booking back: its people may cancel and move it alone again, within the usual terms. */
export async function giveBack(
  tx: Tx,
  request: { bookingId: string; operatorId: number; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found' | 'over' | 'wrong-state'>> {
  const { operatorId, now } = request;
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.takenInChargeAt === null) return { ok: false, reason: 'wrong-state' };
  if (['cancelled', 'served', 'no-show'].includes(booking.status)) return { ok: false, reason: 'over' };
  await tx
    .updateTable('booking')
    .set({ taken_in_charge_at: null, taken_in_charge_by: null })
    .where('id', '=', booking.id)
    .execute();
  await tell(tx, { kind: 'given-back', bookingId: booking.id, operatorId, detail: {}, now });
  return { ok: true };
}

export interface Charge {
  readonly at: Temporal.Instant;
  /** First name of who works on it, where the office lets people know; null: the office. */
  readonly by: string | null;
  /** What the office wrote to the person. */
  readonly message: string | null;
}

/** Who has a booking in charge, since when and why; undefined while nobody has. */
export async function chargeOf(db: Db | Tx, secrets: Secrets, bookingId: string): Promise<Charge | undefined> {
  const { rows } = await sql<{ at: Temporal.Instant; by: string | null; cipher: string | null }>`
    SELECT e.at, CASE WHEN f.names_operator THEN a.given_name END AS by, e.detail ->> 'message' AS cipher
    FROM booking b
    JOIN office f ON f.id = b.office_id
    JOIN booking_event e ON e.booking_id = b.id AND e.kind = 'taken-in-charge'
    LEFT JOIN account a ON a.id = b.taken_in_charge_by
    WHERE b.id = ${bookingId} AND b.taken_in_charge_at IS NOT NULL
    ORDER BY e.at DESC, e.id DESC LIMIT 1`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  return { at: row.at, by: row.by, message: row.cipher && secrets.decrypt(Buffer.from(row.cipher, 'base64')) };
}

async function tell(
  tx: Tx,
  news: {
    kind: 'taken-in-charge' | 'given-back';
    bookingId: string;
    operatorId: number;
    detail: Record<string, unknown>;
    now: Temporal.Instant;
  },
): Promise<void> {
  const { kind, bookingId, operatorId, detail, now } = news;
  await recordEvent(tx, { bookingId, at: now, kind, actor: { kind: 'office', accountId: operatorId }, detail });
  // It may happen more than once to a booking, and each time people hear of it.
  const again = String(now.epochMilliseconds);
  await notifyOf(tx, { kind, bookingId, again, at: now });
}
