import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/**
 * Whether who the owner is no longer is theirs alone to change: an office knows them by an appointment that was not
 * cancelled. What was left empty may still be filled in.
 */
export async function isPersonProved(db: Db | Tx, accountId: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM booking b WHERE b.account_id = ${accountId} AND b.status <> 'cancelled' LIMIT 1`.execute(db);
  return rows.length > 0;
}
