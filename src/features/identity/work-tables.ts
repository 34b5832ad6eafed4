import type { Generated, GeneratedAlways } from 'kysely';
import type { RoleName } from './viewer.ts';

/** What is asked of those who work: in the whole network (no office) and, more strictly, at one office. */
export interface AccessRuleTable {
  office_id: number | null;
  second_factor: boolean;
  grace_days: number;
  idle_minutes: number;
  shared_idle_minutes: number;
  changed_at: Temporal.Instant;
  changed_by: number | null;
}

export interface SecondFactorAskedTable {
  account_id: number;
  first_at: Temporal.Instant;
}

export interface AuthenticatorAppTable {
  account_id: number;
  secret_cipher: Buffer | null;
  added_at: Temporal.Instant | null;
  /** the step of thirty seconds whose code was used last */
  last_step: Generated<string>;
  /** being set up, beside the one in use */
  next_cipher: Buffer | null;
  next_at: Temporal.Instant | null;
}

export interface PasskeyTable {
  id: GeneratedAlways<number>;
  account_id: number;
  /** base64url */
  credential_id: string;
  public_key: Buffer;
  counter: string;
  transports: string[];
  name: string;
  added_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
}

/** Challenges that were answered, until they would have run out anyway. */
export interface PasskeyChallengeTable {
  challenge: string;
  account_id: number;
  purpose: 'add' | 'prove';
  expires_at: Temporal.Instant;
}

export interface RecoveryCodeTable {
  account_id: number;
  /** the first two letters of the code */
  mark: string;
  code_hash: string;
  made_at: Temporal.Instant;
}

export interface HalfLoginTable {
  token_hash: Buffer;
  account_id: number;
  shared: boolean;
  expires_at: Temporal.Instant;
}

export interface KeptWorkTable {
  id: GeneratedAlways<string>;
  account_id: number;
  path: string;
  /** the page's title and the fields of its form */
  values_cipher: Buffer;
  kept_at: Temporal.Instant;
}

export interface OfficeHandOverTable {
  id: GeneratedAlways<number>;
  office_id: number;
  from_account: number;
  to_account: number;
  keeps: RoleName[];
  asked_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  ended_at: Generated<Temporal.Instant | null>;
  outcome: Generated<'accepted' | 'declined' | 'withdrawn' | null>;
}
