import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/** A booking that is off keeps nothing of its photos, nor of what was said of them. */
export async function forgetPhotosOf(tx: Tx, bookingId: string): Promise<void> {
  await sql`DELETE FROM booking_photo WHERE booking_id = ${bookingId}`.execute(tx);
  await sql`DELETE FROM photo_decision WHERE booking_id = ${bookingId}`.execute(tx);
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
