import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { hasNoAddress } from '../doors/no-address.ts';
import '../tables.ts';

/** E-mail and password of an account that is about to end. */
export interface LocalLogin {
  readonly email: string;
  readonly verifiedAt: Temporal.Instant | null;
  readonly passwordHash: string | null;
}

/**
 * SPID, CIE and eIDAS lead to the account that stays. Not where both have one of a kind: two identities are two people, or
 * a mistake that a person must look at.
 */
export async function passDoors(
  tx: Tx,
  { keptId, closedId }: { keptId: number; closedId: number },
): Promise<Outcome<{ local: LocalLogin }, 'two-identities'>> {
  const { rows } = await sql`
    SELECT FROM account_identity a JOIN account_identity b ON b.scheme = a.scheme
    WHERE a.account_id = ${keptId} AND b.account_id = ${closedId}`.execute(tx);
  if (rows.length > 0) return { ok: false, reason: 'two-identities' };
  await tx.updateTable('account_identity').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
  const { email, verifiedAt, passwordHash } = await tx
    .selectFrom('account')
    .select(['email', 'email_verified_at as verifiedAt', 'password_hash as passwordHash'])
    .where('id', '=', closedId)
    .executeTakeFirstOrThrow();
  return { ok: true, local: { email, verifiedAt, passwordHash } };
}

/** What the account that stays lacks of e-mail and password, it takes over; the other is closed by then. */
export async function takeLocalLogin(
  tx: Tx,
  { keptId, local, now }: { keptId: number; local: LocalLogin; now: Temporal.Instant },
): Promise<void> {
  const kept = await tx
    .selectFrom('account')
    .select(['email', 'password_hash'])
    .where('id', '=', keptId)
    .executeTakeFirstOrThrow();
  if (kept.password_hash === null && local.passwordHash !== null)
    await tx.updateTable('account').set({ password_hash: local.passwordHash }).where('id', '=', keptId).execute();
  if (!hasNoAddress(kept.email) || local.verifiedAt === null || hasNoAddress(local.email)) return;
  await tx
    .updateTable('account')
    .set({ email: local.email, email_verified_at: now })
    .where('id', '=', keptId)
    .execute();
}
