import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

/** The account that remained of a merged one, by the old address in lower case; a new account of that address comes first. */
export async function aliasOf(db: Db | Tx, email: string): Promise<number | undefined> {
  const row = await db.selectFrom('account_alias').select('account_id').where('email', '=', email).executeTakeFirst();
  return row?.account_id;
}

export interface Merge {
  readonly keptId: number;
  /** the address of the account that was closed */
  readonly email: string;
  readonly officeId: number | null;
  readonly mergedBy: number;
  readonly mergedAt: Temporal.Instant;
}

export async function findMerge(db: Db | Tx, id: number): Promise<Merge | undefined> {
  return merges(db).where('id', '=', id).executeTakeFirst();
}

/** The accounts that became one with this. */
export async function mergesInto(db: Db | Tx, accountId: number): Promise<Merge[]> {
  return merges(db).where('account_id', '=', accountId).orderBy('id').execute();
}

function merges(db: Db | Tx) {
  return db
    .selectFrom('account_alias')
    .select([
      'account_id as keptId',
      'email',
      'office_id as officeId',
      'merged_by as mergedBy',
      'merged_at as mergedAt',
    ]);
}
