import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { knownDevice } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import '../tables.ts';

/**
 * Somebody has logged in. Where another account was in this browser before, the two are counted together, under a keyed
 * hash of the browser's own mark; of a browser that one person uses nothing is written.
 */
export async function noteBrowser(
  tx: Tx,
  deps: Deps,
  { request, accountId }: { request: FastifyRequest; accountId: number },
): Promise<void> {
  const known = knownDevice(request, deps);
  if (known?.browser === undefined || known.accountId === accountId) return;
  const key = deps.secrets.hash('signal', `browser ${known.browser}`);
  const now = deps.clock.now();
  await sql`
    INSERT INTO browser_account AS s (browser_key, account_id, first_at, last_at)
    SELECT ${key}, a.id, ${now}, ${now} FROM account a WHERE a.id = ANY (${[known.accountId, accountId]}::int[]) ORDER BY a.id
    ON CONFLICT (browser_key, account_id) DO UPDATE SET last_at = excluded.last_at`.execute(tx);
}
