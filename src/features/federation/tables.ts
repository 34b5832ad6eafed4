import type { GeneratedAlways } from 'kysely';
import type { Level, SamlProfile } from './saml/profile.ts';

declare module '#platform/database.ts' {
  interface Tables {
    federation_key: FederationKeyTable;
    identity_provider: IdentityProviderTable;
    saml_login: SamlLoginTable;
  }
}

interface FederationKeyTable {
  id: GeneratedAlways<number>;
  profile: SamlProfile['name'];
  state: 'next' | 'in-use' | 'retired';
  private_key_cipher: Buffer;
  /** PEM */
  certificate: string;
  made_at: Temporal.Instant;
  expires_at: Temporal.Instant;
}

/** Providers whose metadata were imported; those of a folder are not here. */
interface IdentityProviderTable {
  profile: SamlProfile['name'];
  entity_id: string;
  metadata: string;
  /** the address it is read again from; null for a file */
  source: string | null;
  /** SHA-256 of the certificate that signed it, in hexadecimal */
  signer: string;
  imported_at: Temporal.Instant;
}

/** A question to a provider and what it answered: to check the answer by, then kept as the law asks. */
interface SamlLoginTable {
  request_id: string;
  profile: SamlProfile['name'];
  provider: string;
  /** keyed hash of the mark of the browser that asked */
  browser_key: Buffer;
  level: Level;
  attribute_set: number;
  /** what the person wanted, signed by identity */
  intent: string | null;
  language: string;
  request_cipher: Buffer;
  requested_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
  /** `logged-in`, or what was wrong */
  outcome: string | null;
  response_cipher: Buffer | null;
}
