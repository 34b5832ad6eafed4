import type { Tx } from '#platform/database.ts';
import '../tables.ts';

/** The places in waiting rooms and draws of one account become another's: their numbers, weights and turns stay. */
export async function passTickets(tx: Tx, { keptId, closedId }: { keptId: number; closedId: number }): Promise<void> {
  await tx.updateTable('ticket').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
}
