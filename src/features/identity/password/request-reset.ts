import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { issueProof } from '../issue-proof.ts';

/**
 * Sends a link for a new password to an address that has an account, people of the demo set only while the demo is on.
 * The answer is the same for every address.
 */
export async function requestReset(
  tx: Tx,
  request: { email: string; demo: boolean; now: Temporal.Instant },
): Promise<{ ok: true }> {
  const account = await tx
    .selectFrom('account')
    .select('id')
    .where(sql`lower(email)`, '=', request.email)
    .$if(!request.demo, (query) => query.where('demo', '=', false))
    .executeTakeFirst();
  if (account) await issueProof(tx, { accountId: account.id, purpose: 'reset-password', now: request.now });
  return { ok: true };
}
