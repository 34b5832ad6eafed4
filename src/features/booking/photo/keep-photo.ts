import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Examined, Portrait } from '#features/photo/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type CompleteRefusal, lockCompletable } from '../completion/lock-completable.ts';
import { forgetDecisionsOf } from '../photo-decision/forget-decisions.ts';
import { type Actor, recordEvent } from '../record-event.ts';
import { encryptSaid } from './said.ts';
import { nothingSaid, type PhotoSaid, verdictWith } from './said.rules.ts';

export type PhotoRefusal = CompleteRefusal | 'no-photo-asked' | 'no-such-person' | 'no-photo';

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

/**
 * Keeps a photo, encrypted, as a proposal beside the one that counts: its person has yet to say yes, and may cut it otherwise
 * until then.
 */
export async function proposePhoto(
  tx: Tx,
  secrets: Secrets,
  request: PhotoWish & { examined: Kept; said?: PhotoSaid },
): Promise<Outcome<object, PhotoRefusal>> {
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
  const { portrait, source, checks, rulesVersion } = examined;
  const id = randomUUID();
  await forget(tx, request, 'proposed');
  await tx
    .insertInto('booking_photo')
    .values({
      booking_id: bookingId,
      position,
      state: 'proposed',
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
  return { ok: true };
}

/** Its person says yes: from now on it is the photo that the office sees. */
export async function acceptPhoto(tx: Tx, request: PhotoWish): Promise<Outcome<object, PhotoRefusal>> {
  const { bookingId, position, actor, now } = request;
  const locked = await lockCompletable(tx, request);
  if (!locked.ok) return locked;
  const proposed = await sql<{ id: string }>`
    SELECT id FROM booking_photo WHERE ${of(request)} AND state = 'proposed'`.execute(tx);
  if (proposed.rows.length === 0) return { ok: false, reason: 'no-photo' };
  await forget(tx, request, 'accepted');
  await sql`
    UPDATE booking_photo
    SET state = 'accepted', source = NULL, source_width = NULL, source_height = NULL, proposed_crop = NULL
    WHERE ${of(request)} AND state = 'proposed'`.execute(tx);
  await recordEvent(tx, { bookingId, at: now, kind: 'photo-sent', actor, detail: { position } });
  return { ok: true };
}

/** Takes back a proposal, or the photo that counts with any proposal for it. */
export async function removePhoto(
  tx: Tx,
  request: PhotoWish & { state: 'proposed' | 'accepted' },
): Promise<Outcome<object, PhotoRefusal>> {
  const { bookingId, position, state, actor, now } = request;
  const locked = await lockCompletable(tx, request);
  if (!locked.ok) return locked;
  const proposals = await forget(tx, request, 'proposed');
  if (state === 'proposed') return proposals ? { ok: true } : { ok: false, reason: 'no-photo' };
  const counted = await forget(tx, request, 'accepted');
  await forgetDecisionsOf(tx, request);
  if (!counted) return proposals ? { ok: true } : { ok: false, reason: 'no-photo' };
  await recordEvent(tx, { bookingId, at: now, kind: 'photo-removed', actor, detail: { position } });
  return { ok: true };
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

async function forget(tx: Tx, one: One, state: 'proposed' | 'accepted'): Promise<boolean> {
  const gone = await sql`DELETE FROM booking_photo WHERE ${of(one)} AND state = ${state}`.execute(tx);
  return gone.numAffectedRows === 1n;
}
