import type { GeneratedAlways } from 'kysely';

declare module '#platform/database.ts' {
  interface Tables {
    contact_import: {
      id: GeneratedAlways<number>;
      account_id: number;
      content: string;
      created_at: Temporal.Instant;
      applied_at: Temporal.Instant | null;
      changed: number | null;
    };
  }
}
