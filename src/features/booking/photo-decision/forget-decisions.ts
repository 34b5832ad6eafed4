import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/** A booking that is off keeps nothing of its photos, nor of what was said of them. */
export async function forgetPhotosOf(tx: Tx, bookingId: string): Promise<void> {
  await sql`DELETE FROM booking_photo WHERE booking_id = ${bookingId}`.execute(tx);
  await sql`DELETE FROM photo_decision WHERE booking_id = ${bookingId}`.execute(tx);
}

/** Whoever closes their account leaves no photo behind, of no appointment, nor what was said of one. */
export async function forgetPhotosOfAccount(tx: Tx, accountId: number): Promise<void> {
  await sql`
    DELETE FROM booking_photo p USING booking b WHERE b.id = p.booking_id AND b.account_id = ${accountId}`.execute(tx);
  await sql`
    DELETE FROM photo_decision d USING booking b WHERE b.id = d.booking_id AND b.account_id = ${accountId}`.execute(tx);
}

/**
 * Of a booking that goes to another office: its people look at the photo anew, and where they take none it is not kept.
 * What the first office said of it, or asked for, does not bind them, nor what it added and never said yes to.
 */
export async function leavePhotosToOffice(tx: Tx, booking: { id: string; offeringId: number }): Promise<void> {
  await sql`DELETE FROM photo_decision WHERE booking_id = ${booking.id}`.execute(tx);
  await sql`
    DELETE FROM booking_photo p USING offering o
    WHERE p.booking_id = ${booking.id} AND o.id = ${booking.offeringId}
      AND (o.photo = 'none' OR p.state = 'at-desk')`.execute(tx);
}

/** What was said of a photo goes with it when its person takes it back; that another is asked for still stands. */
export async function forgetDecisionsOf(
  tx: Tx,
  { bookingId, position }: { bookingId: string; position: number },
): Promise<void> {
  await sql`
    DELETE FROM photo_decision WHERE booking_id = ${bookingId} AND position = ${position}
      AND (outcome <> 'another-asked' OR undone_at IS NOT NULL)`.execute(tx);
}
