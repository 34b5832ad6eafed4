import { randomUUID } from 'node:crypto';
import type { CheckResult, Portrait } from '#features/photo/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockCompletable } from '../completion/lock-completable.ts';
import { acceptPhoto, type OfPhoto, photoName, type PhotoRefusal, sourceName } from './keep-photo.ts';
import { decryptSaid, encryptSaid } from './said.ts';
import { lacksToBeSaid, type PhotoSaid, type SaidRefusal, verdictWith } from './said.rules.ts';

export type UseRefusal = PhotoRefusal | SaidRefusal;

/**
 * Its person says yes to a proposal, and what no check can tell; to one that the checks find wrong, with a reason.
 * `undeclared`: a program need not declare anything; the office sees what was.
 */
export async function acceptPhotoSaying(
  tx: Tx,
  secrets: Secrets,
  request: OfPhoto & { said: PhotoSaid; undeclared?: boolean },
): Promise<Outcome<object, UseRefusal>> {
  const found = await lockProposal(tx, request);
  if (!found.ok) return found;
  const lacks = lacksToBeSaid(found.checks, request.said);
  if (lacks && !(lacks === 'needs-declarations' && request.undeclared)) return { ok: false, reason: lacks };
  await writeSaid(tx, secrets, { ...request, checks: found.checks });
  return acceptPhoto(tx, request);
}

/** A proposal is of somebody who covers their head for religion or health, or is not. */
export async function sayHeadCovered(
  tx: Tx,
  secrets: Secrets,
  request: OfPhoto & { headCovered: boolean },
): Promise<Outcome<object, UseRefusal>> {
  const found = await lockProposal(tx, request);
  if (!found.ok) return found;
  const said = { ...decryptSaid(secrets, found.cipher), headCovered: request.headCovered };
  await writeSaid(tx, secrets, { ...request, said, checks: found.checks });
  return { ok: true };
}

/**
 * The same proposal, cut otherwise: what was found of the new cut takes the place of what was found before, under an id of its
 * own, so that a yes to the cut before is not one to this.
 */
export async function recropPhoto(
  tx: Tx,
  secrets: Secrets,
  request: OfPhoto & { cut: { portrait: Portrait; checks: readonly CheckResult[]; rulesVersion: number } },
): Promise<Outcome<object, UseRefusal>> {
  const found = await lockProposal(tx, request);
  if (!found.ok) return found;
  const { cut, photoId } = request;
  const { portrait, checks, rulesVersion } = cut;
  const id = randomUUID();
  await tx
    .updateTable('booking_photo')
    .set({
      id,
      content: secrets.seal(portrait.jpeg, photoName(id)),
      source: found.source && secrets.seal(secrets.open(found.source, sourceName(photoId)), sourceName(id)),
      size: portrait.jpeg.length,
      width: portrait.width,
      height: portrait.height,
      crop: JSON.stringify(portrait.crop),
      checks: JSON.stringify(checks),
      verdict: verdictWith(checks, decryptSaid(secrets, found.cipher)),
      rules_version: rulesVersion,
    })
    .where('id', '=', photoId)
    .execute();
  return { ok: true };
}

async function lockProposal(
  tx: Tx,
  request: OfPhoto,
): Promise<Outcome<{ checks: readonly CheckResult[]; cipher: Buffer | null; source: Buffer | null }, UseRefusal>> {
  const { bookingId, position, photoId } = request;
  const locked = await lockCompletable(tx, request);
  if (!locked.ok) return locked;
  const proposal = await tx
    .selectFrom('booking_photo')
    .select(['id', 'checks', 'said_cipher', 'source'])
    .where('booking_id', '=', bookingId)
    .where('position', '=', position)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (proposal === undefined) return { ok: false, reason: 'no-photo' };
  if (proposal.id !== photoId) return { ok: false, reason: 'photo-changed' };
  return { ok: true, checks: proposal.checks, cipher: proposal.said_cipher, source: proposal.source };
}

async function writeSaid(
  tx: Tx,
  secrets: Secrets,
  { photoId, said, checks }: OfPhoto & { said: PhotoSaid; checks: readonly CheckResult[] },
): Promise<void> {
  await tx
    .updateTable('booking_photo')
    .set({ said_cipher: encryptSaid(secrets, said), verdict: verdictWith(checks, said) })
    .where('id', '=', photoId)
    .execute();
}
