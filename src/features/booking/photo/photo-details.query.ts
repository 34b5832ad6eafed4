import { sql } from 'kysely';
import type { CheckResult, Crop } from '#features/photo/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { decryptSaid } from './said.ts';
import type { PhotoSaid } from './said.rules.ts';
import type { PhotoState } from '../completion/completion.rules.ts';

/** What is kept of one photo beside the picture, for the pages that show it closely. */
export interface PhotoDetails {
  readonly id: string;
  readonly position: number;
  readonly state: PhotoState;
  readonly said: PhotoSaid;
  readonly checks: readonly CheckResult[];
  readonly crop: Crop;
  /** what a proposal is cut from, while it is one: its size, and our own cut; null: it cannot be cut otherwise */
  readonly source: { readonly width: number; readonly height: number; readonly proposed: Crop } | null;
}

/** Of the photos of a booking. */
export async function photoDetailsOf(db: Db | Tx, secrets: Secrets, bookingId: string): Promise<PhotoDetails[]> {
  const { rows } = await sql<
    Omit<PhotoDetails, 'said' | 'source'> & {
      cipher: Buffer | null;
      width: number;
      height: number;
      proposed: Crop | null;
    }
  >`
    SELECT id, position, state, checks, crop, said_cipher AS cipher, source_width AS width, source_height AS height,
           proposed_crop AS proposed
    FROM booking_photo WHERE booking_id = ${bookingId} ORDER BY position, state`.execute(db);
  return rows.map(({ cipher, width, height, proposed, ...row }) => ({
    ...row,
    said: decryptSaid(secrets, cipher),
    source: proposed && { width, height, proposed },
  }));
}
