import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockBooking } from '../locked-booking.ts';
import { recordEvent } from '../record-event.ts';

/** Notes whether the proof of a right to be served first was seen. What follows is up to the operator. */
export async function markProof(
  tx: Tx,
  request: { bookingId: string; operatorId: number; proof: 'seen' | 'not-shown'; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found'>> {
  const { bookingId, operatorId: accountId, proof, now } = request;
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const { numAffectedRows } = await sql`
    UPDATE priority_claim c SET proof = ${proof}, proof_at = ${now}, proof_by = ${accountId}
    FROM booking b WHERE b.id = ${bookingId} AND c.hold_id = b.hold_id AND c.planner_id = b.planner_id`.execute(tx);
  if (numAffectedRows === 0n) return { ok: false, reason: 'not-found' };
  const kind = proof === 'seen' ? 'proof-seen' : 'proof-not-shown';
  await recordEvent(tx, { bookingId, at: now, kind, actor: { kind: 'office', accountId } });
  return { ok: true };
}
