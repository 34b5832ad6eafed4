import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type LockedBooking, lockBooking } from '../locked-booking.ts';
import { recordEvent } from '../record-event.ts';
import { type DecideRefusal, needsOverride, type PhotoOutcome, type PhotoWhy } from './decision.rules.ts';
import { notifyOfPhoto } from './photo-news.ts';
import { encryptWhy } from './why.ts';

export interface PhotoAtDesk {
  readonly bookingId: string;
  /** of the person */
  readonly position: number;
  /** the one that was shown */
  readonly photoId: string;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

/**
 * Records what the office says of the photo it was shown. Asking for another tells its people, with why and where to send
 * it. The appointment stays as it is. Accepting one that the checks find wrong needs a reason.
 */
export async function decidePhoto(
  tx: Tx,
  secrets: Secrets,
  request: PhotoAtDesk & { outcome: PhotoOutcome; why: PhotoWhy },
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { bookingId, position, photoId, operatorId, now, outcome, why } = request;
  const closed = await closedBooking(tx, bookingId);
  if (closed) return { ok: false, reason: closed };
  const photo = await tx
    .selectFrom('booking_photo')
    .select(['id', 'verdict'])
    .where('booking_id', '=', bookingId)
    .where('position', '=', position)
    .where('state', '=', 'accepted')
    .executeTakeFirst();
  if (photo === undefined) return { ok: false, reason: 'no-photo' };
  if (photo.id !== photoId) return { ok: false, reason: 'photo-changed' };
  const isGiven = why.reasons.length > 0 && (!why.reasons.includes('other') || why.words !== null);
  const isNeeded = outcome !== 'accepted' || needsOverride(photo);
  if (isNeeded && !isGiven) return { ok: false, reason: 'needs-reason' };
  const id = await insert(tx, request, isGiven ? encryptWhy(secrets, why) : null);
  if (id === undefined) return { ok: false, reason: 'already-decided' };
  const actor = { kind: 'office', accountId: operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: events[outcome], actor, detail: { position } });
  if (outcome === 'another-asked') await notifyOfPhoto(tx, { kind: 'photo-asked', bookingId, photo: id, at: now });
  return { ok: true, id };
}

/** Why nothing can be decided about a booking any more. Locks it: two people at the same photo go one after the other. */
export async function closedBooking(
  tx: Tx,
  bookingId: string,
): Promise<'not-found' | 'cancelled' | 'over' | undefined> {
  const booking: LockedBooking | undefined = await lockBooking(tx, bookingId);
  if (booking === undefined) return 'not-found';
  if (booking.status === 'cancelled') return 'cancelled';
  return booking.status === 'served' || booking.status === 'no-show' ? 'over' : undefined;
}

const events = {
  accepted: 'photo-accepted',
  overridden: 'photo-overridden',
  'another-asked': 'photo-asked',
} as const;

async function insert(
  tx: Tx,
  { bookingId, position, photoId, operatorId, outcome, now }: PhotoAtDesk & { outcome: PhotoOutcome },
  why: Buffer | null,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO photo_decision (booking_id, position, photo_id, outcome, why_cipher, decided_by, decided_at)
    VALUES (${bookingId}, ${position}, ${photoId}, ${outcome}, ${why}, ${operatorId}, ${now})
    ON CONFLICT (booking_id, position, photo_id) WHERE undone_at IS NULL DO NOTHING RETURNING id`.execute(tx);
  return rows[0]?.id;
}
