import type { Tx } from '#platform/database.ts';
import type { DocumentSeen } from '../identification.rules.ts';
import '../tables.ts';

/** An operator has seen a document of the account's own person: its kind is written down, never its number. */
export async function identify(
  tx: Tx,
  request: { accountId: number; how: DocumentSeen; operatorId: number; officeId: number; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'own-account' | 'already-identified' }> {
  const { accountId, how, operatorId, officeId, now } = request;
  // Nobody vouches for themselves.
  if (accountId === operatorId) return { ok: false, reason: 'own-account' };
  const made = await tx
    .insertInto('identification')
    .values({ account_id: accountId, how, identified_at: now, identified_by: operatorId, office_id: officeId })
    .onConflict((on) => on.column('account_id').where('undone_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made ? { ok: true } : { ok: false, reason: 'already-identified' };
}

/** It was a mistake: the account no longer counts as identified; that it once did stays written. */
export async function undoIdentification(
  tx: Tx,
  request: { accountId: number; operatorId: number; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'not-identified' }> {
  const undone = await tx
    .updateTable('identification')
    .set({ undone_at: request.now, undone_by: request.operatorId })
    .where('account_id', '=', request.accountId)
    .where('undone_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return undone ? { ok: true } : { ok: false, reason: 'not-identified' };
}
