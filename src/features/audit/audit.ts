import type { Tx } from '#platform/database.ts';
import './tables.ts';

/** Something an operator did. Subject and detail name rows and settings, never a person's data. */
export interface AuditEntry {
  readonly at: Temporal.Instant;
  readonly accountId: number;
  readonly officeId: number | null;
  /** `publish-planner` */
  readonly action: string;
  /** `planner:12` */
  readonly subject: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes it down in the transaction that does it: what is not kept leaves no entry, what is kept always has one. */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      at: entry.at,
      account_id: entry.accountId,
      office_id: entry.officeId,
      action: entry.action,
      subject: entry.subject,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
}
