import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** Whether the office asks for another photo of somebody and has not got it: as `asksAnother` says it of a booking read whole. */
export async function openRequestFor(
  db: Db | Tx,
  { bookingId, position }: { bookingId: string; position: number },
): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    SELECT EXISTS (
      SELECT FROM photo_decision d WHERE d.booking_id = ${bookingId} AND d.position = ${position} AND ${isOpenRequest}
    ) AS asked`.execute(db);
  return rows[0]?.asked ?? false;
}

/** Of a row `d`: asked for, not taken back, and no other photo has come since. */
export const isOpenRequest = sql<boolean>`(d.outcome = 'another-asked' AND d.undone_at IS NULL AND NOT EXISTS (
  SELECT FROM booking_photo p WHERE p.booking_id = d.booking_id AND p.position = d.position AND p.state = 'accepted'
    AND p.id <> d.photo_id))`;
