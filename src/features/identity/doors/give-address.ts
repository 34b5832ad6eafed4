import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { looksLikeEmail, normalizeEmail } from '../rules.ts';
import { hasNoAddress } from './no-address.ts';
import '../tables.ts';

/** The address that a provider sends becomes that of an account without one, unless it is another's. It counts as proved. */
export async function giveAddress(
  tx: Tx,
  request: { accountId: number; email: string; now: Temporal.Instant },
): Promise<void> {
  const { accountId, now } = request;
  const email = normalizeEmail(request.email);
  if (!looksLikeEmail(email)) return;
  const account = await tx.selectFrom('account').select('email').where('id', '=', accountId).executeTakeFirstOrThrow();
  if (!hasNoAddress(account.email) || (await isAnothers(tx, email))) return;
  // A registration of this address that was never proved gives way.
  await sql`DELETE FROM account WHERE lower(email) = ${email} AND email_verified_at IS NULL`.execute(tx);
  await sql`
    UPDATE account SET email = ${email}, email_verified_at = ${now}
    WHERE id = ${accountId} AND NOT EXISTS (SELECT FROM account o WHERE lower(o.email) = ${email})`.execute(tx);
}

/** Proved by another account, given to somebody who works, or led on from an account that was joined with another. */
export async function isAnothers(tx: Tx, email: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM account a
    WHERE lower(a.email) = ${email}
      AND (a.email_verified_at IS NOT NULL OR EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id))
    UNION ALL
    SELECT FROM account_alias l WHERE l.email = ${email}`.execute(tx);
  return rows.length > 0;
}
