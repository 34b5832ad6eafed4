import type { Generated, GeneratedAlways } from 'kysely';
import type { BlockKind, BlockOutcome } from './block.rules.ts';

export interface AccountBlockTable {
  id: GeneratedAlways<number>;
  account_id: number;
  /** null: at every office */
  office_id: number | null;
  kind: BlockKind;
  reason_cipher: Buffer;
  last_day: Temporal.PlainDate | null;
  ends_at: Temporal.Instant | null;
  created_by: number;
  created_at: Temporal.Instant;
  lifted_at: Generated<Temporal.Instant | null>;
  lifted_by: Generated<number | null>;
}

export interface AccountBlockDecisionTable {
  id: GeneratedAlways<number>;
  block_id: number;
  outcome: BlockOutcome;
  last_day: Temporal.PlainDate | null;
  reason_cipher: Buffer;
  decided_by: number;
  decided_at: Temporal.Instant;
}
