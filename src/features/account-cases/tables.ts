import type { Generated, GeneratedAlways } from 'kysely';
import type { BlockOutcome } from '#features/identity/index.ts';

declare module '#platform/database.ts' {
  interface Tables {
    account_appeal: AccountAppealTable;
    account_change: AccountChangeTable;
  }
}

interface AccountAppealTable {
  id: GeneratedAlways<number>;
  account_id: number;
  /** who decides; null: the network's administrators */
  office_id: number | null;
  /** what it answers to: a block, or the pause that follows this appointment missed */
  block_id: number | null;
  booking_id: string | null;
  text_cipher: Buffer;
  created_at: Temporal.Instant;
  outcome: Generated<BlockOutcome | null>;
  answer_cipher: Generated<Buffer | null>;
  decided_by: Generated<number | null>;
  decided_at: Generated<Temporal.Instant | null>;
}

export type ChangeOutcome = 'accepted' | 'refused' | 'withdrawn';

interface AccountChangeTable {
  id: GeneratedAlways<number>;
  account_id: number;
  old_cipher: Buffer;
  new_cipher: Buffer;
  why_cipher: Buffer;
  created_at: Temporal.Instant;
  outcome: Generated<ChangeOutcome | null>;
  answer_cipher: Generated<Buffer | null>;
  bookings_too: Generated<boolean>;
  decided_by: Generated<number | null>;
  decided_office: Generated<number | null>;
  decided_at: Generated<Temporal.Instant | null>;
}
