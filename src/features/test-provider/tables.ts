import type { Generated } from 'kysely';
import type { ProfileName } from './profiles.ts';

declare module '#platform/database.ts' {
  interface Tables {
    test_provider_session: TestProviderSessionTable;
  }
}

/** A login with the test provider, by one of its invented people. */
interface TestProviderSessionTable {
  session_index: string;
  name_id: string;
  profile: ProfileName;
  person: string;
  /** the request that was answered */
  request_id: string;
  /** of the request to log out that the provider sent */
  logout_id: Generated<string | null>;
  created_at: Temporal.Instant;
  ended_at: Generated<Temporal.Instant | null>;
}
