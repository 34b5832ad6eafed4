import type { Tx } from '#platform/database.ts';
import './tables.ts';

/** What one account asked becomes another's: two accounts of one person are one from now on. */
export async function passHelpRequests(
  tx: Tx,
  { keptId, closedId }: { keptId: number; closedId: number },
): Promise<void> {
  await tx.updateTable('help_request').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
  await tx.updateTable('help_message').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
}
