import type { GeneratedAlways } from 'kysely';
import type { PhotoOutcome } from './decision.rules.ts';

export interface PhotoDecisionTable {
  id: GeneratedAlways<string>;
  booking_id: string;
  position: number;
  photo_id: string;
  outcome: PhotoOutcome;
  /** a PhotoWhy */
  why_cipher: Buffer | null;
  decided_by: number;
  decided_at: Temporal.Instant;
  undone_by: number | null;
  undone_at: Temporal.Instant | null;
}
