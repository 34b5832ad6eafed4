import type { ColumnType } from 'kysely';
import type { CheckResult, Crop, Verdict } from '#features/photo/index.ts';
import type { PhotoState } from '../completion/completion.rules.ts';

export interface BookingPhotoTable {
  booking_id: string;
  position: number;
  state: PhotoState;
  id: string;
  /** a JPEG, sealed for this id */
  content: Buffer;
  size: number;
  width: number;
  height: number;
  verdict: Verdict;
  checks: ColumnType<readonly CheckResult[], string, string>;
  rules_version: number;
  /** in pixels of the source, or of the picture as sent where none was kept */
  crop: ColumnType<Crop, string, string>;
  created_at: Temporal.Instant;
  /** what a proposal is cut from: a JPEG, sealed for this id */
  source: Buffer | null;
  source_width: number | null;
  source_height: number | null;
  /** in pixels of the source */
  proposed_crop: ColumnType<Crop | null, string | null, string | null>;
  /** a PhotoSaid */
  said_cipher: Buffer | null;
}
