import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Secrets } from '#platform/secrets.ts';
import { transact } from '#platform/transaction.ts';
import { issueProof } from '../issue-proof.ts';
import { liftLocks } from '../login-failures.ts';
import { type CodeRefusal, countAttempt } from '../prove-email.ts';
import { proofCode } from '../proofs.ts';

/**
 * Sends a code to the address that is to take the place of an account's own. Nothing changes until it comes back. Where
 * the address belongs to somebody else, its owner is written to and no code will do; the answer is the same.
 */
export async function askForEmail(
  tx: Tx,
  request: { accountId: number; email: string; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'too-soon' | 'too-many' | 'gone' }> {
  const { accountId, email, now } = request;
  const owner = await tx
    .selectFrom('account')
    .select('id')
    .where(sql`lower(email)`, '=', email)
    .where('email_verified_at', 'is not', null)
    .executeTakeFirst();
  const isFree = owner === undefined;
  const proof = await issueProof(tx, { accountId, purpose: 'change-email', now, decoy: !isFree });
  if (!proof.ok) return proof;
  if (isFree) {
    await tx.updateTable('email_proof').set({ new_email: email }).where('id', '=', proof.proofId).execute();
  } else {
    await enqueue(tx, { task: 'notify', payload: { kind: 'already-registered', accountId: owner.id }, at: now });
  }
  return { ok: true };
}

/** The address that an account is about to change to, while its code is good. */
export async function emailAskedFor(
  db: Db,
  filter: { accountId: number; now: Temporal.Instant },
): Promise<{ proofId: string } | undefined> {
  const newest = await db
    .selectFrom('email_proof')
    .select(['id', 'expires_at', 'used_at'])
    .where('account_id', '=', filter.accountId)
    .where('purpose', '=', 'change-email')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const isOpen =
    newest !== undefined && newest.used_at === null && Temporal.Instant.compare(newest.expires_at, filter.now) > 0;
  return isOpen ? { proofId: newest.id } : undefined;
}

/**
 * The code of the newest e-mail makes its address the account's own. The old address is told, and links for a new
 * password that were sent to it end.
 */
export async function changeEmail(
  db: Db,
  request: { accountId: number; code: string; now: Temporal.Instant; secrets: Secrets },
): Promise<{ ok: true } | { ok: false; reason: CodeRefusal }> {
  const { accountId, code, now, secrets } = request;
  const attempt = await countAttempt(db, { accountId, purpose: 'change-email', now });
  if (!attempt.ok) return attempt;
  const expected = Buffer.from(proofCode(secrets, attempt.proofId));
  const isRight = code.length === 6 && timingSafeEqual(expected, Buffer.from(code.padEnd(6).slice(0, 6)));
  if (!isRight) return { ok: false, reason: attempt.isLast ? 'code-used-up' : 'wrong-code' };
  return transact(db, (tx) => takeAddress(tx, { accountId, proofId: attempt.proofId, now, secrets }));
}

async function takeAddress(
  tx: Tx,
  { accountId, proofId, now, secrets }: { accountId: number; proofId: string; now: Temporal.Instant; secrets: Secrets },
): Promise<{ ok: true } | { ok: false; reason: CodeRefusal }> {
  const account = await tx
    .selectFrom('account')
    .select('email')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const proof = await tx
    .updateTable('email_proof')
    .set({ used_at: now, old_email: account.email })
    .where('id', '=', proofId)
    .where('used_at', 'is', null)
    .returning('new_email as email')
    .executeTakeFirst();
  // None: somebody else's address, or the code was used in the same instant.
  if (proof === undefined || proof.email === null) return { ok: false, reason: 'wrong-code' };
  // A registration of this address that was never proved gives way to whoever reads its mail.
  await sql`
    DELETE FROM account WHERE lower(email) = ${proof.email} AND email_verified_at IS NULL AND id <> ${accountId}
      AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = account.id)`.execute(tx);
  const changed = await sql`
    UPDATE account SET email = ${proof.email}, email_verified_at = ${now}
    WHERE id = ${accountId} AND NOT EXISTS (SELECT 1 FROM account o WHERE lower(o.email) = ${proof.email} AND o.id <> ${accountId})`.execute(
    tx,
  );
  if (changed.numAffectedRows !== 1n) return { ok: false, reason: 'wrong-code' };
  await tx
    .updateTable('email_proof')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
  await liftLocks(tx, { email: account.email, secrets });
  await enqueue(tx, { task: 'notify', payload: { kind: 'email-changed', accountId, proofId }, at: now });
  return { ok: true };
}
