import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { emailOfUserName } from '../bulk/bring-operator.ts';
import { issueProof } from '../issue-proof.ts';
import { aliasOf } from '../merge/alias.query.ts';

/**
 * Sends a link for a new password to an address that has an account, people of the demo set only while the demo is on.
 * The answer is the same for every address.
 */
export async function requestReset(
  tx: Tx,
  request: { email: string; demo: boolean; now: Temporal.Instant },
): Promise<{ ok: true }> {
  const accounts = tx
    .selectFrom('account')
    .select('id')
    .$if(!request.demo, (query) => query.where('demo', '=', false));
  const email = (await emailOfUserName(tx, request.email)) ?? request.email;
  const own = await accounts.where(sql`lower(email)`, '=', email.toLowerCase()).executeTakeFirst();
  // An account that was merged into another: the link goes to the address of the one that remained.
  const merged = own === undefined ? await aliasOf(tx, email) : undefined;
  const account =
    own ?? (merged === undefined ? undefined : await accounts.where('id', '=', merged).executeTakeFirst());
  if (account) await issueProof(tx, { accountId: account.id, purpose: 'reset-password', now: request.now });
  return { ok: true };
}
