import type { ColumnType } from 'kysely';
import type { CheckResult, Crop, Verdict } from '#features/photo/index.ts';

export interface BookingPhotoTable {
  booking_id: string;
  position: number;
  state: 'proposed' | 'accepted';
  id: string;
  /** a JPEG, sealed for this id */
  content: Buffer;
  size: number;
  width: number;
  height: number;
  verdict: Verdict;
  checks: ColumnType<readonly CheckResult[], string, never>;
  rules_version: number;
  crop: ColumnType<Crop, string, never>;
  created_at: Temporal.Instant;
}
