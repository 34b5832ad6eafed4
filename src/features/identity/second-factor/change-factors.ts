import type { Tx } from '#platform/database.ts';
import type { Config } from '#platform/config.ts';
import type { Deps } from '#platform/deps.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Secrets } from '#platform/secrets.ts';
import { transact } from '#platform/transaction.ts';
import { liftLocks } from '../login-failures.ts';
import { deleteSessionsOf } from '../session/session.ts';
import { ruleOfAccount } from './access-rule.query.ts';
import { factorsOf, isEnrolled } from './factors.query.ts';
import { failureName } from './prove-code.ts';

/** What changed about how somebody proves who they are; they are told by e-mail. */
export const factorChanges = ['added', 'removed', 'reset', 'codes-made', 'recovery-code-used'] as const;
export type FactorChange = (typeof factorChanges)[number];

/** What is asked of the writer of messages. */
export function factorNews(accountId: number, change: FactorChange, at: Temporal.Instant) {
  return { kind: 'second-factor-changed', accountId, change, at: at.toString() };
}

/** A code that lay in a drawer was used: whoever owns it should know. */
export async function tellOfRecoveryCode({ db, clock }: Pick<Deps, 'db' | 'clock'>, accountId: number): Promise<void> {
  const now = clock.now();
  await transact(db, async (tx) => {
    await enqueue(tx, { task: 'notify', payload: factorNews(accountId, 'recovery-code-used', now), at: now });
    return { ok: true };
  });
}

/**
 * A factor was added: the owner is told, logins open elsewhere end, and the one it was added in has proved it. The first
 * one ends the days in which it was asked for.
 */
export async function noteFactorAdded(
  tx: Tx,
  request: { accountId: number; sessionHash: Buffer; now: Temporal.Instant },
): Promise<void> {
  const { accountId, sessionHash, now } = request;
  await tx
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('token_hash', '!=', sessionHash)
    .where('level', '<', 2)
    .execute();
  await tx
    .updateTable('session')
    .set({ level: 2 })
    .where('token_hash', '=', sessionHash)
    .where('level', '<', 2)
    .execute();
  await enqueue(tx, { task: 'notify', payload: factorNews(accountId, 'added', now), at: now });
}

/**
 * Takes the app or a passkey away at its owner's wish. Refused when it is the last and a second factor is asked of them:
 * then another is added first. With the last factor the recovery codes go.
 */
export async function removeFactor(
  tx: Tx,
  request: { accountId: number; factor: 'app' | number; config: Pick<Config, 'demo'>; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'asked-for' }> {
  const { accountId, factor, now } = request;
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
  const known = await factorsOf(tx, accountId);
  const left =
    factor === 'app'
      ? { ...known, appAddedAt: null }
      : { ...known, passkeys: known.passkeys.filter(({ id }) => id !== factor) };
  if (left.appAddedAt === known.appAddedAt && left.passkeys.length === known.passkeys.length)
    return { ok: false, reason: 'unknown' };
  const isLast = !isEnrolled(left);
  if (isLast && (await ruleOfAccount(tx, request))?.secondFactor === true) return { ok: false, reason: 'asked-for' };
  if (factor === 'app') await tx.deleteFrom('authenticator_app').where('account_id', '=', accountId).execute();
  else await tx.deleteFrom('passkey').where('id', '=', factor).where('account_id', '=', accountId).execute();
  if (isLast) await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await enqueue(tx, { task: 'notify', payload: factorNews(accountId, 'removed', now), at: now });
  return { ok: true };
}

/**
 * Takes all factors away from somebody who has lost them, and ends their logins: whoever administers them has made sure
 * who they are. The days to add another begin at the next login. `unknown`: there was nothing to take away.
 */
export async function resetFactors(
  tx: Tx,
  request: { accountId: number; now: Temporal.Instant; secrets: Secrets },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' }> {
  const { accountId, now, secrets } = request;
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute();
  if (!isEnrolled(await factorsOf(tx, accountId))) return { ok: false, reason: 'unknown' };
  await forgetFactors(tx, accountId);
  await liftLocks(tx, { email: failureName(accountId), secrets });
  await deleteSessionsOf(tx, { accountId, secrets });
  await enqueue(tx, { task: 'notify', payload: factorNews(accountId, 'reset', now), at: now });
  return { ok: true };
}

/** Nothing is left of how somebody proved who they are. */
export async function forgetFactors(tx: Tx, accountId: number): Promise<void> {
  for (const table of [
    'authenticator_app',
    'passkey',
    'recovery_code',
    'second_factor_asked',
    'half_login',
    'passkey_challenge',
  ] as const)
    await tx.deleteFrom(table).where('account_id', '=', accountId).execute();
}
