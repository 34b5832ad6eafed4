import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RequestedFile } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { FileKind } from './file-kind.rules.ts';

/** What a file belongs to: a seat that is held, or a booking. */
export type FileOwner = { readonly holdId: string } | { readonly bookingId: string };

/** All that one account may have kept at a time, in bytes. */
export const mostOfAccount = 60 * 1024 * 1024;

/** A file is read and written in pieces of so many bytes. */
const pieceSize = 256 * 1024;

/** Keeps a file, encrypted, in place of the one that was sent for the same request before. */
export async function keepAttachment(
  tx: Tx,
  secrets: Secrets,
  request: {
    owner: FileOwner;
    accountId: number;
    file: Pick<RequestedFile, 'code' | 'label'>;
    name: string;
    kind: FileKind;
    bytes: Buffer;
    now: Temporal.Instant;
  },
): Promise<Outcome<{ id: string }, 'account-full'>> {
  const { owner, accountId, file, bytes } = request;
  // Files sent at once are counted one after the other.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('attachments of an account', ${accountId}))`.execute(tx);
  const here = ownedBy(owner);
  await sql`DELETE FROM attachment WHERE ${here} AND account_id = ${accountId} AND file_code = ${file.code}`.execute(
    tx,
  );
  const { rows } = await sql<{ total: string }>`
    SELECT coalesce(sum(size), 0)::text AS total FROM attachment WHERE account_id = ${accountId}`.execute(tx);
  if (Number(rows[0]?.total ?? 0) + bytes.length > mostOfAccount) return { ok: false, reason: 'account-full' };
  const id = randomUUID();
  await tx
    .insertInto('attachment')
    .values({
      id,
      hold_id: 'holdId' in owner ? owner.holdId : null,
      booking_id: 'bookingId' in owner ? owner.bookingId : null,
      account_id: accountId,
      file_code: file.code,
      label: JSON.stringify(file.label),
      name_cipher: secrets.encrypt(request.name),
      media_type: request.kind,
      size: bytes.length,
      created_at: request.now,
    })
    .execute();
  for (let position = 0; position * pieceSize < bytes.length; position += 1) {
    const piece = bytes.subarray(position * pieceSize, (position + 1) * pieceSize);
    const content = secrets.seal(piece, pieceName(id, position));
    await tx.insertInto('attachment_part').values({ attachment_id: id, position, content }).execute();
  }
  return { ok: true, id };
}

/** Throws a file away for its owner. False when there is none of that id here. */
export async function removeAttachment(
  tx: Tx,
  request: { owner: FileOwner; accountId: number; id: string },
): Promise<boolean> {
  const { owner, accountId, id } = request;
  const removed = await sql`
    DELETE FROM attachment WHERE ${ownedBy(owner)} AND account_id = ${accountId} AND id = ${id}`.execute(tx);
  return removed.numAffectedRows === 1n;
}

/** What was sent for a seat that was lost goes on with the next one of the same offering; no other office gets it. */
export async function bringFiles(tx: Tx, request: { from: string; to: string; accountId: number }): Promise<void> {
  await sql`
    UPDATE attachment SET hold_id = b.id
    FROM hold a JOIN hold b ON b.offering_id = a.offering_id
    WHERE a.id = ${request.from} AND b.id = ${request.to} AND attachment.hold_id = a.id
      AND attachment.booking_id IS NULL AND attachment.account_id = ${request.accountId}`.execute(tx);
}

/** What a piece is sealed for: pieces of other files, or in another order, do not open. */
export function pieceName(id: string, position: number): string {
  return `attachment:${id}:${position}`;
}

function ownedBy(owner: FileOwner) {
  return 'holdId' in owner
    ? sql`hold_id = ${owner.holdId} AND booking_id IS NULL`
    : sql`booking_id = ${owner.bookingId}`;
}
