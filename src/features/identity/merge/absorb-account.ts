import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { closeAccount } from '../account/close-account.ts';
import { noteRestriction } from '../blocks/block-account.ts';
import { noAddress } from '../doors/no-address.ts';
import { passDoors, takeLocalLogin } from './pass-doors.ts';
import '../tables.ts';

export type AbsorbRefusal = 'same-account' | 'gone' | 'has-roles' | 'own-account' | 'two-identities';

/** Who makes two accounts one: an administrator, or the owner of both, who has proved to be theirs. */
export type MergedBy = { readonly operatorId: number } | { readonly owner: true };

/**
 * One account takes the place of another of the same person: its address leads to the one that stays, blocks pass over
 * so that none is escaped, and the other is closed. Never where either has roles. What belongs to other features is
 * passed over by whoever asks for this, in the same transaction and before.
 */
export async function absorbAccount(
  tx: Tx,
  secrets: Secrets,
  request: { keptId: number; closedId: number; officeId: number | null; by: MergedBy; now: Temporal.Instant },
): Promise<Outcome<{ mergeId: number; closedEmail: string }, AbsorbRefusal>> {
  const { keptId, closedId, officeId, by, now } = request;
  const checked = await lockBoth(tx, { keptId, closedId, by });
  if (!checked.ok) return checked;
  const { closedEmail, isProved } = checked;
  const doors = await passDoors(tx, { keptId, closedId });
  if (!doors.ok) return doors;
  // Addresses that led to the account which ends lead on.
  await tx.updateTable('account_alias').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
  await tx.updateTable('account_block').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
  // Who was identified stays so: it is the same person, seen by an operator.
  await sql`
    UPDATE identification SET account_id = ${keptId}
    WHERE account_id = ${closedId} AND undone_at IS NULL
      AND NOT EXISTS (SELECT FROM identification k WHERE k.account_id = ${keptId} AND k.undone_at IS NULL)`.execute(tx);
  // An address that was only typed is not its owner's: it leads nowhere, and takes nothing from whoever it led to.
  if (isProved) await tx.deleteFrom('account_alias').where('email', '=', closedEmail).execute();
  const { id: mergeId } = await tx
    .insertInto('account_alias')
    .values({
      email: isProved ? closedEmail : noAddress(),
      account_id: keptId,
      closed_id: closedId,
      office_id: officeId,
      merged_by: 'owner' in by ? keptId : by.operatorId,
      merged_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const closed = await closeAccount(tx, { accountId: closedId, now, secrets });
  if (!closed.ok) return closed;
  await takeLocalLogin(tx, { keptId, local: doors.local, now });
  await noteRestriction(tx, closedId);
  await noteRestriction(tx, keptId);
  return { ok: true, mergeId, closedEmail };
}

interface LockedAccount {
  readonly id: number;
  readonly email: string;
  readonly isProved: boolean;
  readonly hasRoles: boolean;
  readonly closedAt: Temporal.Instant | null;
}

/** Locks both accounts, the lower number first, and says whether they may become one. */
export async function lockBoth(
  tx: Tx,
  { keptId, closedId, by }: { keptId: number; closedId: number; by: MergedBy },
): Promise<Outcome<{ closedEmail: string; isProved: boolean }, AbsorbRefusal>> {
  if (keptId === closedId) return { ok: false, reason: 'same-account' };
  if ('operatorId' in by && (by.operatorId === keptId || by.operatorId === closedId))
    return { ok: false, reason: 'own-account' };
  const { rows } = await sql<LockedAccount>`
    SELECT a.id, lower(a.email) AS email, a.email_verified_at IS NOT NULL AS "isProved", a.closed_at AS "closedAt",
           EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id) AS "hasRoles"
    FROM account a WHERE a.id IN (${keptId}, ${closedId}) ORDER BY a.id FOR UPDATE`.execute(tx);
  const closing = rows.find(({ id }) => id === closedId);
  if (rows.length < 2 || closing === undefined || rows.some(({ closedAt }) => closedAt !== null))
    return { ok: false, reason: 'gone' };
  if (rows.some(({ hasRoles }) => hasRoles)) return { ok: false, reason: 'has-roles' };
  return { ok: true, closedEmail: closing.email, isProved: closing.isProved };
}
