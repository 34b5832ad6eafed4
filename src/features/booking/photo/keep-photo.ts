import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Examined, Portrait } from '#features/photo/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { PhotoState } from '../completion/completion.rules.ts';
import { type CompleteRefusal, lockCompletable, lockErasable } from '../completion/lock-completable.ts';
import { forgetDecisionsOf } from '../photo-decision/forget-decisions.ts';
import { type Actor, recordEvent } from '../record-event.ts';
import { encryptSaid } from './said.ts';
import { nothingSaid, type PhotoSaid, verdictWith } from './said.rules.ts';

/** `photo-changed`: another one has taken the place of the one that was looked at. */
export type PhotoRefusal = CompleteRefusal | 'no-photo-asked' | 'no-such-person' | 'no-photo' | 'photo-changed';

/** Whose photo, and who brings it. */
export interface PhotoWish {
  readonly bookingId: string;
  /** of the person in the booking */
  readonly position: number;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

/** What was examined and can be kept; with a source it can be cut otherwise. */
export type Kept = Examined & {
  readonly portrait: Portrait;
  readonly source?: { readonly jpeg: Buffer; readonly width: number; readonly height: number } | undefined;
};

/** The one that was looked at: what is there by now may be another. */
export type OfPhoto = PhotoWish & { readonly photoId: string };

/**
 * Keeps a photo, encrypted, as a proposal beside the one that counts: whoever brings it, its person or the office, has yet to
 * say yes. Its person may cut it otherwise until then.
 */
export async function proposePhoto(
  tx: Tx,
  secrets: Secrets,
  request: PhotoWish & { examined: Kept; said?: PhotoSaid },
): Promise<Outcome<{ photoId: string }, PhotoRefusal>> {
  const { bookingId, position, examined, said = nothingSaid, now } = request;
  const locked = await lockCompletable(tx, request);
  if (!locked.ok) return locked;
  if (locked.rules.photo === 'none') return { ok: false, reason: 'no-photo-asked' };
  const person = await tx
    .selectFrom('booking_person')
    .select('position')
    .where('booking_id', '=', bookingId)
    .where('position', '=', position)
    .executeTakeFirst();
  if (!person) return { ok: false, reason: 'no-such-person' };
  const { portrait, checks, rulesVersion } = examined;
  const state = proposedBy(request);
  const source = state === 'proposed' ? examined.source : undefined;
  const id = randomUUID();
  await sql`DELETE FROM booking_photo WHERE ${of(request)} AND state = ${state}`.execute(tx);
  await tx
    .insertInto('booking_photo')
    .values({
      booking_id: bookingId,
      position,
      state,
      id,
      content: secrets.seal(portrait.jpeg, photoName(id)),
      size: portrait.jpeg.length,
      width: portrait.width,
      height: portrait.height,
      verdict: verdictWith(checks, said),
      checks: JSON.stringify(checks),
      rules_version: rulesVersion,
      crop: JSON.stringify(portrait.crop),
      created_at: now,
      source: source ? secrets.seal(source.jpeg, sourceName(id)) : null,
      source_width: source?.width ?? null,
      source_height: source?.height ?? null,
      proposed_crop: source ? JSON.stringify(portrait.crop) : null,
      said_cipher: encryptSaid(secrets, said),
    })
    .execute();
  return { ok: true, photoId: id };
}

/**
 * Whoever brought it says yes: from now on it is the photo that the office sees, and what was said of the one before is gone
 * with it.
 */
export async function acceptPhoto(tx: Tx, request: OfPhoto): Promise<Outcome<object, PhotoRefusal>> {
  const { bookingId, position, actor, now } = request;
  const locked = await lockCompletable(tx, request);
  if (!locked.ok) return locked;
  const found = await isThere(tx, request, proposedBy(request));
  if (!found.ok) return found;
  await sql`DELETE FROM booking_photo WHERE ${of(request)} AND state = 'accepted'`.execute(tx);
  await forgetDecisionsOf(tx, request);
  await sql`
    UPDATE booking_photo
    SET state = 'accepted', source = NULL, source_width = NULL, source_height = NULL, proposed_crop = NULL
    WHERE id = ${request.photoId}`.execute(tx);
  await recordEvent(tx, { bookingId, at: now, kind: 'photo-sent', actor, detail: { position } });
  return { ok: true };
}

/** Takes back one's own proposal, or the photo that counts. */
export async function removePhoto(
  tx: Tx,
  request: OfPhoto & { state: 'proposed' | 'accepted' },
): Promise<Outcome<object, PhotoRefusal>> {
  const { bookingId, position, photoId, state, actor, now } = request;
  const locked = await lockErasable(tx, request);
  if (!locked.ok) return locked;
  const found = await isThere(tx, request, state === 'accepted' ? state : proposedBy(request));
  if (!found.ok) return found;
  await sql`DELETE FROM booking_photo WHERE id = ${photoId}`.execute(tx);
  if (state === 'proposed') return { ok: true };
  await forgetDecisionsOf(tx, request);
  await recordEvent(tx, { bookingId, at: now, kind: 'photo-removed', actor, detail: { position } });
  return { ok: true };
}

/** Where what somebody brings waits for their yes: nobody sees what the other side has not said yes to. */
function proposedBy({ actor }: Pick<PhotoWish, 'actor'>): 'proposed' | 'at-desk' {
  return actor.kind === 'office' ? 'at-desk' : 'proposed';
}

/** Whether the photo in that state is the one that was looked at. The booking is locked: it stays so. */
async function isThere(
  tx: Tx,
  request: OfPhoto,
  state: PhotoState,
): Promise<Outcome<object, 'no-photo' | 'photo-changed'>> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM booking_photo WHERE ${of(request)} AND state = ${state}`.execute(tx);
  const [photo] = rows;
  if (photo === undefined) return { ok: false, reason: 'no-photo' };
  return photo.id === request.photoId ? { ok: true } : { ok: false, reason: 'photo-changed' };
}

/** What a photo is sealed for: it does not open as another. */
export function photoName(id: string): string {
  return `photo:${id}`;
}

/** The same of the picture that it is cut from. */
export function sourceName(id: string): string {
  return `photo-source:${id}`;
}

type One = Pick<PhotoWish, 'bookingId' | 'position'>;

function of({ bookingId, position }: One) {
  return sql`booking_id = ${bookingId} AND position = ${position}`;
}
