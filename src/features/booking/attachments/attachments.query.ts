import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { FileKind } from './file-kind.rules.ts';

/** A file that a citizen has sent, without its content. */
export interface Attachment {
  readonly id: string;
  readonly accountId: number;
  /** of the requested file it answers */
  readonly fileCode: string;
  /** what was asked for, as it was called when the file was sent */
  readonly label: LocalText;
  readonly name: string;
  readonly kind: FileKind;
  /** bytes */
  readonly size: number;
  readonly createdAt: Temporal.Instant;
}

/** The files sent with a booking, oldest first. */
export async function attachmentsOf(db: Db | Tx, secrets: Secrets, bookingId: string): Promise<Attachment[]> {
  return read(db, secrets, { bookingId });
}

/** The files sent while a seat is held, before it is booked. */
export async function attachmentsOfHold(db: Db | Tx, secrets: Secrets, holdId: string): Promise<Attachment[]> {
  return read(db, secrets, { holdId });
}

async function read(
  db: Db | Tx,
  secrets: Secrets,
  of: { bookingId: string } | { holdId: string },
): Promise<Attachment[]> {
  const where =
    'bookingId' in of ? sql`booking_id = ${of.bookingId}` : sql`hold_id = ${of.holdId} AND booking_id IS NULL`;
  const { rows } = await sql<Omit<Attachment, 'name'> & { nameCipher: Buffer }>`
    SELECT id, account_id AS "accountId", file_code AS "fileCode", label, name_cipher AS "nameCipher",
           media_type AS kind, size, created_at AS "createdAt"
    FROM attachment WHERE ${where} ORDER BY created_at, id`.execute(db);
  return rows.map(({ nameCipher, ...row }) => ({ ...row, name: secrets.decrypt(nameCipher) }));
}
