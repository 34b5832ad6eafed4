import type { Tx } from '#platform/database.ts';
import './tables.ts';

/** What somebody was warned of, and said to it, becomes part of the account that stays of their two. */
export async function passNotices(tx: Tx, { keptId, closedId }: { keptId: number; closedId: number }): Promise<void> {
  await tx.updateTable('signal_notice').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
}
