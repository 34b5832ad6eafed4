import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

/** Whether somebody has shown who they are, in any way that still counts. */
export async function isIdentified(db: Db | Tx, accountId: number): Promise<boolean> {
  const row = await db
    .selectFrom('identification')
    .select('id')
    .where('account_id', '=', accountId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
