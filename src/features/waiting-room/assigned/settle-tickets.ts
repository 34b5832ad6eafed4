import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

interface OfRoom {
  readonly roomId: number;
  readonly now: Temporal.Instant;
}

/** A ticket has got its seat without a turn: it was drawn and is booked. */
export async function settleAssigned(
  tx: Tx,
  { roomId, number, bookingId, now }: OfRoom & { readonly number: number; readonly bookingId: string },
): Promise<void> {
  await sql`
    UPDATE ticket SET state = 'booked', booking_id = ${bookingId}, settled_at = ${now}
    WHERE room_id = ${roomId} AND number = ${number}`.execute(tx);
}

/** Tickets for which there was no seat. */
export async function settleNotDrawn(
  tx: Tx,
  { roomId, numbers, now }: OfRoom & { readonly numbers: readonly number[] },
): Promise<void> {
  await sql`
    UPDATE ticket SET state = 'not-drawn', settled_at = ${now}
    WHERE room_id = ${roomId} AND number = ANY (${[...numbers]}::int[]) AND state = 'waiting'`.execute(tx);
}

/** Everybody has an answer: what is left is for everybody, once it opens. */
export async function endAssignedRoom(
  tx: Tx,
  { roomId, outcome, now }: OfRoom & { readonly outcome: 'sold-out' | 'emptied' | 'cancelled' },
): Promise<void> {
  await sql`
    UPDATE room SET state = 'ended', ended_at = ${now}, outcome = ${outcome} WHERE id = ${roomId} AND state <> 'ended'`.execute(
    tx,
  );
}

/** A room was called off: its tickets wait for nothing any more, and are told so by whoever called it off. */
export async function settleCancelled(tx: Tx, { roomId, now }: OfRoom): Promise<void> {
  await sql`
    WITH ended AS (
      UPDATE ticket SET state = 'over', settled_at = ${now} WHERE room_id = ${roomId} AND state = 'waiting' RETURNING number
    )
    UPDATE ticket_person p SET live = false FROM ended WHERE p.room_id = ${roomId} AND p.number = ended.number`.execute(
    tx,
  );
}

/** Nobody else changes a room until the transaction ends. */
export async function lockRoom(tx: Tx, roomId: number): Promise<void> {
  await sql`SELECT FROM room WHERE id = ${roomId} FOR NO KEY UPDATE`.execute(tx);
}

/** Nobody closes or ends a room until the transaction ends; others may do as much beside. */
export async function shareRoom(tx: Tx, roomId: number): Promise<void> {
  await sql`SELECT FROM room WHERE id = ${roomId} FOR SHARE`.execute(tx);
}
