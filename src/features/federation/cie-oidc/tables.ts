import type { Generated } from 'kysely';

declare module '#platform/database.ts' {
  interface Tables {
    cie_request: CieRequestTable;
    cie_token: CieTokenTable;
    cie_membership: CieMembershipTable;
    cie_trust_chain: CieTrustChainTable;
    cie_login_log: CieLoginLogTable;
  }
}

interface CieRequestTable {
  state_key: Buffer;
  browser_key: Buffer;
  provider: string;
  level: 1 | 2 | 3;
  secret_cipher: Buffer;
  expires_at: Temporal.Instant;
}

interface CieMembershipTable {
  part: 'keys' | 'trust-anchor' | 'trust-marks';
  content_cipher: Buffer;
  changed_at: Temporal.Instant;
}

interface CieTokenTable {
  id: Generated<string>;
  browser_key: Buffer;
  provider: string;
  token_cipher: Buffer;
  expires_at: Temporal.Instant;
}

interface CieTrustChainTable {
  digest: Buffer;
  statements: string[];
  used_at: Temporal.Instant;
}

interface CieLoginLogTable {
  id: Generated<string>;
  provider: string;
  chain_digest: Buffer | null;
  outcome: string;
  messages_cipher: Buffer;
  at: Temporal.Instant;
}
