import type { ColumnType, GeneratedAlways } from 'kysely';

declare module '#platform/database.ts' {
  interface Tables {
    audit_entry: AuditEntryTable;
  }
}

interface AuditEntryTable {
  id: GeneratedAlways<string>;
  at: Temporal.Instant;
  account_id: number;
  office_id: number | null;
  action: string;
  subject: string | null;
  detail: ColumnType<Record<string, unknown>, string | undefined, string>;
}
