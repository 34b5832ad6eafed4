import type { ColumnType, GeneratedAlways } from 'kysely';

declare module '#platform/database.ts' {
  interface Tables {
    audit_entry: AuditEntryTable;
    audit_unlinked: { entry_id: string };
    audit_link: AuditLinkTable;
    audit_cut: AuditCutTable;
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

interface AuditLinkTable {
  seq: string;
  entry_id: string;
  linked_at: Temporal.Instant;
  hash: Buffer;
  signature: string | null;
}

interface AuditCutTable {
  seq: string;
  hash: Buffer;
  cut_at: Temporal.Instant;
  signature: string;
}
