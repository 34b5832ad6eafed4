import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { browserKey, type HoldOwner, ownerKeys } from './hold-owner.ts';
import { extensionMinutes } from './hold.rules.ts';
import { releaseExpired } from '../seats/give-back.ts';

interface OneHold {
  readonly holdId: string;
  readonly owner: HoldOwner;
  readonly now: Temporal.Instant;
}

/** Gives a hold five minutes more, once. */
export async function extendHold(
  tx: Tx,
  secrets: Secrets,
  request: OneHold,
): Promise<Outcome<{ expiresAt: Temporal.Instant }, 'hold-expired' | 'already-extended'>> {
  const { rows } = await sql<{ expires_at: Temporal.Instant }>`
    UPDATE hold SET expires_at = expires_at + make_interval(mins => ${extensionMinutes}), extended = true
    WHERE id = ${request.holdId} AND owner = ANY (${ownerKeys(secrets, request.owner)}) AND state = 'live'
      AND expires_at > ${request.now} AND NOT extended
    RETURNING expires_at`.execute(tx);
  const [row] = rows;
  if (row) return { ok: true, expiresAt: row.expires_at };
  const live = await sql`
    SELECT 1 FROM hold WHERE id = ${request.holdId} AND owner = ANY (${ownerKeys(secrets, request.owner)})
      AND state = 'live' AND expires_at > ${request.now}`.execute(tx);
  return { ok: false, reason: live.rows.length > 0 ? 'already-extended' : 'hold-expired' };
}

/** Gives up a hold; the seats are free as soon as this answers. False when there was nothing to give up. */
export async function releaseHold(db: Db, secrets: Secrets, request: OneHold): Promise<boolean> {
  const closed = await sql`
    UPDATE hold SET state = 'released'
    WHERE id = ${request.holdId} AND owner = ANY (${ownerKeys(secrets, request.owner)}) AND state = 'live'`.execute(db);
  if (closed.numAffectedRows !== 1n) return false;
  await releaseExpired(db, request.now);
  return true;
}

/**
 * What the browser held before login becomes the account's; an older hold of the account's is given up for it. While the
 * account's address is not proved, the hold goes on counting as one before login.
 */
export async function adoptHolds(
  tx: Tx,
  secrets: Secrets,
  request: { browser: string; accountId: number; now: Temporal.Instant },
): Promise<void> {
  const browser = browserKey(secrets, request.browser);
  const account = `a:${request.accountId}`;
  await sql`
    UPDATE hold SET state = 'released' WHERE owner = ${account} AND state = 'live'
      AND EXISTS (SELECT 1 FROM hold b WHERE b.owner = ${browser} AND b.state = 'live' AND b.expires_at > ${request.now})`.execute(
    tx,
  );
  await sql`
    UPDATE hold SET owner = ${account},
      account_id = (SELECT a.id FROM account a WHERE a.id = ${request.accountId} AND a.email_verified_at IS NOT NULL)
    WHERE owner = ${browser} AND state = 'live' AND expires_at > ${request.now}`.execute(tx);
}

/** Keeps what was typed so far, encrypted, with the hold. */
export async function saveDraft(
  tx: Tx | Db,
  secrets: Secrets,
  request: { holdId: string; owner: HoldOwner; draft: unknown },
): Promise<void> {
  await sql`
    UPDATE hold SET draft = ${secrets.encrypt(JSON.stringify(request.draft))}
    WHERE id = ${request.holdId} AND owner = ANY (${ownerKeys(secrets, request.owner)})`.execute(tx);
}
