import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/**
 * Ties an invitation to the seat about to be held with it. False when it is of no use any more, or while somebody else
 * holds a seat with it: whoever was first keeps it for as long as the seat is kept.
 */
export async function claimInvitation(
  db: Db,
  request: { id: number; offeringId: number; holdId: string; ownerKey: string; now: Temporal.Instant },
): Promise<boolean> {
  const { id, offeringId, holdId, ownerKey, now } = request;
  const claimed = await sql`
    UPDATE invitation i SET hold_id = ${holdId}
    WHERE i.id = ${id} AND i.offering_id = ${offeringId} AND i.used_at IS NULL AND i.revoked_at IS NULL
      AND i.valid_until > ${now}
      AND NOT EXISTS (SELECT FROM hold h WHERE h.id = i.hold_id AND h.state = 'live' AND h.expires_at > ${now}
                        AND h.owner <> ${ownerKey})`.execute(db);
  return claimed.numAffectedRows === 1n;
}

/** The seat that was held is another one than was asked for: an earlier answer was given again. */
export async function tieToHold(db: Db, request: { id: number; asked: string; held: string }): Promise<void> {
  await sql`
    UPDATE invitation SET hold_id = ${request.held} WHERE id = ${request.id} AND hold_id = ${request.asked}`.execute(
    db,
  );
}

/** Uses up the invitation of a hold. False when there is none, as when it was taken back meanwhile. */
export async function useInvitation(
  tx: Tx,
  request: { holdId: string; bookingId: string; now: Temporal.Instant },
): Promise<boolean> {
  const { holdId, bookingId, now } = request;
  const used = await sql`
    UPDATE invitation SET booking_id = ${bookingId}, used_at = ${now}
    WHERE id = (SELECT id FROM invitation WHERE hold_id = ${holdId} AND used_at IS NULL AND revoked_at IS NULL
                ORDER BY id LIMIT 1 FOR UPDATE)`.execute(tx);
  return used.numAffectedRows === 1n;
}

/** The office has cancelled: whoever was invited may book again. */
export async function giveBackInvitation(tx: Tx, bookingId: string): Promise<void> {
  await sql`
    UPDATE invitation SET booking_id = NULL, used_at = NULL, hold_id = NULL WHERE booking_id = ${bookingId}`.execute(
    tx,
  );
}
