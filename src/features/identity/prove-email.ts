import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { transact } from '#platform/transaction.ts';
import { noteEmailWorks } from './account/email-failure.ts';
import { proofCode, readProofToken } from './proofs.ts';
import { proofRules } from './rules.ts';

export type CodeRefusal = 'wrong-code' | 'code-used-up' | 'code-expired';

/**
 * Proves an account's address with the code of the newest e-mail. The attempt is counted, and kept, before the code is
 * looked at: guesses sent at once do not get more attempts.
 */
export async function proveByCode(
  db: Db,
  request: { accountId: number; code: string; decoy?: boolean; now: Temporal.Instant; secrets: Secrets },
): Promise<{ ok: true } | { ok: false; reason: CodeRefusal }> {
  const { accountId, code, decoy = false, now, secrets } = request;
  const attempt = await countAttempt(db, { accountId, purpose: 'verify-email', now });
  if (!attempt.ok) return attempt;
  const right = timingSafeEqual(
    Buffer.from(proofCode(secrets, attempt.proofId)),
    Buffer.from(code.padEnd(6).slice(0, 6)),
  );
  if (!right || code.length !== 6 || decoy) {
    return { ok: false, reason: attempt.isLast ? 'code-used-up' : 'wrong-code' };
  }
  return transact(db, (tx) => useProof(tx, { proofId: attempt.proofId, accountId, now }));
}

/** The account a link of ours speaks of, while it can still be used; `demo`: the demo is on, and its people count. */
export async function findLink(
  db: Db | Tx,
  request: {
    token: string;
    purpose: 'verify-email' | 'reset-password';
    demo: boolean;
    now: Temporal.Instant;
    secrets: Secrets;
  },
): Promise<
  | { ok: true; proofId: string; accountId: number; email: string; givenName: string; familyName: string }
  | { ok: false; reason: 'not-a-link' | 'link-expired' | 'link-used' }
> {
  const proofId = readProofToken(request.secrets, request.token);
  if (proofId === undefined) return { ok: false, reason: 'not-a-link' };
  const found = await db
    .selectFrom('email_proof')
    .innerJoin('account', 'account.id', 'email_proof.account_id')
    .select(['account.id as accountId', 'account.email', 'given_name as givenName', 'family_name as familyName'])
    .select(['email_proof.expires_at', 'email_proof.used_at'])
    .where('email_proof.id', '=', proofId)
    .where('purpose', '=', request.purpose)
    .$if(!request.demo, (query) => query.where('account.demo', '=', false))
    .executeTakeFirst();
  // The account may have given way to a newer registration of the same address.
  if (found === undefined) return { ok: false, reason: 'link-expired' };
  const { expires_at, used_at, ...account } = found;
  if (used_at !== null) return { ok: false, reason: 'link-used' };
  if (Temporal.Instant.compare(expires_at, request.now) <= 0) return { ok: false, reason: 'link-expired' };
  return { ok: true, proofId, ...account };
}

/** Proves an account's address with the link of an e-mail. */
export async function proveByLink(
  tx: Tx,
  request: { token: string; demo: boolean; now: Temporal.Instant; secrets: Secrets },
): Promise<{ ok: true; accountId: number } | { ok: false; reason: 'not-a-link' | 'link-expired' | 'link-used' }> {
  const link = await findLink(tx, { ...request, purpose: 'verify-email' });
  if (!link.ok) return link;
  const used = await useProof(tx, { proofId: link.proofId, accountId: link.accountId, now: request.now });
  return used.ok ? { ok: true, accountId: link.accountId } : { ok: false, reason: 'link-used' };
}

async function useProof(
  tx: Tx,
  { proofId, accountId, now }: { proofId: string; accountId: number; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'code-expired' }> {
  const used = await tx
    .updateTable('email_proof')
    .set({ used_at: now })
    .where('id', '=', proofId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) return { ok: false, reason: 'code-expired' };
  await tx
    .updateTable('account')
    .set({ email_verified_at: now })
    .where('id', '=', accountId)
    .where('email_verified_at', 'is', null)
    .execute();
  // Whoever has a code or a link of ours has received an e-mail.
  const { email } = await tx
    .selectFrom('account')
    .select('email')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  await noteEmailWorks(tx, { address: email });
  return { ok: true };
}

/** Counts an attempt at the code of the newest e-mail for a purpose, before the code is looked at. */
export async function countAttempt(
  db: Db,
  request: { accountId: number; purpose: 'verify-email' | 'change-email'; now: Temporal.Instant },
): Promise<{ ok: true; proofId: string; isLast: boolean } | { ok: false; reason: CodeRefusal }> {
  const { accountId, purpose, now } = request;
  const newest = sql<string>`(
    SELECT id FROM email_proof WHERE account_id = ${accountId} AND purpose = ${purpose} ORDER BY id DESC LIMIT 1)`;
  const counted = await db
    .updateTable('email_proof')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', newest)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('attempts', '<', proofRules.attempts)
    .returning(['id', 'attempts'])
    .executeTakeFirst();
  if (counted) return { ok: true, proofId: counted.id, isLast: counted.attempts >= proofRules.attempts };
  const spent = await db
    .selectFrom('email_proof')
    .select(['attempts', 'expires_at'])
    .where('id', '=', newest)
    .executeTakeFirst();
  const isUsedUp =
    spent !== undefined && spent.attempts >= proofRules.attempts && Temporal.Instant.compare(spent.expires_at, now) > 0;
  return { ok: false, reason: isUsedUp ? 'code-used-up' : 'code-expired' };
}
