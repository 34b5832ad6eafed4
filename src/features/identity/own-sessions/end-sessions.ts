import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

/** Ends one login of an account; false when it had ended already, or is another's. */
export async function endOwnSession(
  db: Db | Tx,
  { accountId, id }: { accountId: number; id: string },
): Promise<boolean> {
  const ended = await db
    .deleteFrom('session')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('id')
    .execute();
  return ended.length > 0;
}
