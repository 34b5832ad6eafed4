import type { RawBuilder } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { transact } from '#platform/transaction.ts';

/**
 * Settles what a sweep has found due, and answers how many. One transaction for each: a long one would hold the seats of
 * many slots.
 */
export async function settleEach(
  db: Db,
  due: RawBuilder<{ id: string }>,
  settle: (tx: Tx, bookingId: string) => Promise<boolean>,
): Promise<number> {
  const { rows } = await due.execute(db);
  let settled = 0;
  for (const { id } of rows) {
    const { ok } = await transact(db, async (tx) => ({ ok: await settle(tx, id) }));
    if (ok) settled += 1;
  }
  return settled;
}
