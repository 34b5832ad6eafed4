import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { endEntry } from '../waiting-list/end-entry.ts';
import { lockEntry } from '../waiting-list/lock-entry.ts';
import '../tables.ts';

/**
 * Places on waiting lists, with the seats offered to them, become another account's; of two places on one list the one
 * that stays is the kept account's. A seat held for a form stays held, unless the kept account holds one: that of the
 * closed account is then given back. The caller has locked the slots.
 */
export async function passWaiting(
  tx: Tx,
  { keptId, closedId, now }: { keptId: number; closedId: number; now: Temporal.Instant },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    SELECT e.id FROM waiting_entry e WHERE e.account_id = ${closedId} AND e.live AND EXISTS (
      SELECT FROM waiting_entry k WHERE k.account_id = ${keptId} AND k.live AND k.service_code = e.service_code)
    ORDER BY e.id`.execute(tx);
  for (const { id } of rows) {
    const entry = await lockEntry(tx, id);
    if (entry) await endEntry(tx, entry, { state: 'left', now });
  }
  await sql`UPDATE waiting_entry SET account_id = ${keptId} WHERE account_id = ${closedId}`.execute(tx);
  // The owner of an offered seat names the account that may take it.
  await sql`
    UPDATE hold SET account_id = ${keptId}, owner = replace(owner, ${`l:${closedId}:`}, ${`l:${keptId}:`})
    WHERE state = 'live' AND account_id = ${closedId} AND left(owner, 2) = 'l:'`.execute(tx);
  await sql`
    UPDATE hold SET account_id = ${keptId}, owner = ${`a:${keptId}`}
    WHERE state = 'live' AND owner = ${`a:${closedId}`}
      AND NOT EXISTS (SELECT FROM hold k WHERE k.state = 'live' AND k.owner = ${`a:${keptId}`})`.execute(tx);
  await sql`UPDATE hold SET state = 'released' WHERE state = 'live' AND owner = ${`a:${closedId}`}`.execute(tx);
}
