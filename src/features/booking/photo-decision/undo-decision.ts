import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { recordEvent } from '../record-event.ts';
import { closedBooking } from './decide-photo.ts';
import type { PhotoOutcome } from './decision.rules.ts';
import { notifyOfPhoto } from './photo-news.ts';

export type UndoRefusal = 'not-found' | 'cancelled' | 'over' | 'nothing-to-undo' | 'photo-changed';

/**
 * Takes a decision back: the photo is to be looked at again. Whoever was asked for another hears that it is not needed,
 * if the letter had left. Not after another photo has come: that one is looked at for itself.
 */
export async function undoDecision(
  tx: Tx,
  request: { bookingId: string; decisionId: string; operatorId: number; now: Temporal.Instant },
): Promise<Outcome<{ outcome: PhotoOutcome; position: number }, UndoRefusal>> {
  const { bookingId, decisionId, operatorId, now } = request;
  const closed = await closedBooking(tx, bookingId);
  if (closed) return { ok: false, reason: closed };
  const { rows } = await sql<{ outcome: PhotoOutcome; position: number; replaced: boolean }>`
    SELECT d.outcome, d.position, EXISTS (
      SELECT FROM booking_photo p WHERE p.booking_id = d.booking_id AND p.position = d.position
        AND p.state = 'accepted' AND p.id <> d.photo_id) AS replaced
    FROM photo_decision d WHERE d.id = ${decisionId} AND d.booking_id = ${bookingId} AND d.undone_at IS NULL`.execute(
    tx,
  );
  const [decision] = rows;
  if (decision === undefined) return { ok: false, reason: 'nothing-to-undo' };
  const { outcome, position, replaced } = decision;
  if (replaced) return { ok: false, reason: 'photo-changed' };
  await sql`UPDATE photo_decision SET undone_by = ${operatorId}, undone_at = ${now} WHERE id = ${decisionId}`.execute(
    tx,
  );
  const actor = { kind: 'office', accountId: operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'photo-undone', actor, detail: { position } });
  if (outcome === 'another-asked')
    await notifyOfPhoto(tx, { kind: 'photo-not-asked', bookingId, photo: decisionId, at: now });
  return { ok: true, outcome, position };
}
