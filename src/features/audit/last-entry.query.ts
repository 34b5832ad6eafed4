import type { Db, Tx } from '#platform/database.ts';
import './tables.ts';

/** When something was changed last, and by which account; undefined when it never was. */
export async function lastEntry(
  db: Db | Tx,
  filter: { officeId: number | null; subject: string },
): Promise<{ at: Temporal.Instant; accountId: number } | undefined> {
  const { officeId, subject } = filter;
  return db
    .selectFrom('audit_entry')
    .select(['at', 'account_id as accountId'])
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .where('subject', '=', subject)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
