import type { Generated, GeneratedAlways } from 'kysely';

export interface OneTimeCodeTable {
  id: GeneratedAlways<string>;
  hold_id: string;
  account_id: number;
  session_key: Buffer;
  salt: Buffer;
  code_key: Buffer;
  attempts: Generated<number>;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
}
