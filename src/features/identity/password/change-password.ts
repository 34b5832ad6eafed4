import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { liftLocks } from '../login-failures.ts';
import { findLink } from '../prove-email.ts';
import { endHalfLoginsOf } from '../second-factor/half-login.ts';
import { deleteSessionsOf } from '../session/session.ts';

/** A new password by the link of an e-mail: proves the mailbox, lifts locks, ends every session. */
export async function resetPassword(
  tx: Tx,
  request: { token: string; passwordHash: string; demo: boolean; now: Temporal.Instant; secrets: Secrets },
): Promise<{ ok: true; accountId: number } | { ok: false; reason: 'not-a-link' | 'link-expired' | 'link-used' }> {
  const { now, secrets } = request;
  const link = await findLink(tx, { ...request, purpose: 'reset-password' });
  if (!link.ok) return link;
  const { accountId, email } = link;
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
  // The links sent before and after this one end with it.
  const used = await tx
    .updateTable('email_proof')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'reset-password')
    .where('used_at', 'is', null)
    .returning('id')
    .execute();
  if (!used.some((proof) => proof.id === link.proofId)) return { ok: false, reason: 'link-used' };
  await setPassword(tx, { accountId, passwordHash: request.passwordHash });
  await tx
    .updateTable('account')
    .set({ email_verified_at: now })
    .where('id', '=', accountId)
    .where('email_verified_at', 'is', null)
    .execute();
  await liftLocks(tx, { email, secrets });
  await deleteSessionsOf(tx, { accountId, secrets });
  await endHalfLoginsOf(tx, accountId);
  return { ok: true, accountId };
}

/** A new password by its owner, who stays logged in here and nowhere else. */
export async function changePassword(
  tx: Tx,
  request: { accountId: number; passwordHash: string; sessionToken: string | undefined; secrets: Secrets },
): Promise<{ ok: true }> {
  const { accountId, sessionToken: except, secrets } = request;
  await setPassword(tx, request);
  await deleteSessionsOf(tx, { accountId, secrets, ...(except === undefined ? {} : { except }) });
  await endHalfLoginsOf(tx, accountId);
  return { ok: true };
}

async function setPassword(tx: Tx, request: { accountId: number; passwordHash: string }): Promise<void> {
  await tx
    .updateTable('account')
    .set({ password_hash: request.passwordHash, must_change_password: false })
    .where('id', '=', request.accountId)
    .execute();
}
