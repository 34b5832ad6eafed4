import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { errorCode } from './transaction.ts';

/**
 * Does a part of a transaction that the rest survives: undefined and nothing done when the data do not fit the table (a
 * broken constraint, a value out of range). Other failures are thrown.
 */
export async function attempt<Result>(
  tx: Tx,
  work: () => Promise<Result>,
): Promise<{ ok: true; result: Result } | { ok: false; error: unknown }> {
  await sql`SAVEPOINT attempt`.execute(tx);
  try {
    const result = await work();
    await sql`RELEASE SAVEPOINT attempt`.execute(tx);
    return { ok: true, result };
  } catch (error) {
    if (!/^2[23]/.test(errorCode(error) ?? '')) throw error;
    await sql`ROLLBACK TO SAVEPOINT attempt`.execute(tx);
    await sql`RELEASE SAVEPOINT attempt`.execute(tx);
    return { ok: false, error };
  }
}

/** All at once; where that fails, halves of them, until those that do not fit stand alone. */
export async function attemptAll<Item>(
  tx: Tx,
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<void>,
): Promise<{ item: Item; error: unknown }[]> {
  if (items.length === 0) return [];
  const tried = await attempt(tx, () => work(items));
  if (tried.ok) return [];
  const [only] = items;
  if (items.length === 1 && only !== undefined) return [{ item: only, error: tried.error }];
  const half = items.length >> 1;
  return [...(await attemptAll(tx, items.slice(0, half), work)), ...(await attemptAll(tx, items.slice(half), work))];
}
