import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

export interface OfficeChange {
  readonly id: string;
  readonly fromOfficeId: number | null;
  readonly toOfficeId: number | null;
  readonly changedAt: Temporal.Instant;
}

/** Which offices an account belonged to, the latest change first. */
export async function officeChangesOf(db: Db | Tx, accountId: number): Promise<OfficeChange[]> {
  return changes(db).where('account_id', '=', accountId).orderBy('changed_at', 'desc').limit(50).execute();
}

/** Changes from one office to another since an instant, the oldest first; the first choice of all does not count. */
export async function officeChangesSince(
  db: Db | Tx,
  { accountId, since }: { accountId: number; since: Temporal.Instant },
): Promise<OfficeChange[]> {
  return changes(db)
    .where('account_id', '=', accountId)
    .where('from_office_id', 'is not', null)
    .where('changed_at', '>', since)
    .orderBy('changed_at')
    .execute();
}

/** The office an account belongs to, and since when where that is known. */
export async function officeOfAccount(
  db: Db | Tx,
  accountId: number,
): Promise<{ officeId: number | null; since: Temporal.Instant | null } | undefined> {
  const account = await db
    .selectFrom('account')
    .select('office_id as officeId')
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (account === undefined) return undefined;
  const [last] = await officeChangesOf(db, accountId);
  return { officeId: account.officeId, since: last?.toOfficeId === account.officeId ? last.changedAt : null };
}

/** One change, for the message that tells of it. */
export async function officeChange(db: Db, id: string): Promise<OfficeChange | undefined> {
  return changes(db).where('id', '=', id).executeTakeFirst();
}

function changes(db: Db | Tx) {
  return db
    .selectFrom('account_office_change')
    .select(['id', 'from_office_id as fromOfficeId', 'to_office_id as toOfficeId', 'changed_at as changedAt']);
}
