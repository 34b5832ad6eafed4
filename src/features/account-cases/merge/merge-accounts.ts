import { audit } from '#features/audit/index.ts';
import { passBookings } from '#features/booking/index.ts';
import { passHelpRequests } from '#features/help/index.ts';
import { absorbAccount, type AbsorbRefusal, lockBoth, type MergedBy } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { tellOfCase } from '../case-notice.ts';
import '../tables.ts';

export type MergeRefusal = AbsorbRefusal | 'bookings-collide';

/**
 * Two accounts of one person become one: bookings, blocks, appeals and requests pass to the account that stays, the
 * other is closed and its address leads there. Both addresses are written to.
 */
export async function mergeAccounts(
  tx: Tx,
  secrets: Secrets,
  request: { keptId: number; closedId: number; officeId: number | null; by: MergedBy; now: Temporal.Instant },
): Promise<Outcome<{ mergeId: number; passed: number }, MergeRefusal>> {
  const { keptId, closedId, officeId, by, now } = request;
  const bookings = await passBookings(tx, { keptId, closedId, now });
  if (!bookings.ok) return bookings;
  const checked = await lockBoth(tx, request);
  if (!checked.ok) return checked;
  await tx.updateTable('account_appeal').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
  // Requests spoke of the details of an account that is no more: open ones end, the others stay as history.
  await tx
    .updateTable('account_change')
    .set({ outcome: 'withdrawn', decided_at: now })
    .where('account_id', '=', closedId)
    .where('outcome', 'is', null)
    .execute();
  await tx.updateTable('account_change').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
  await passHelpRequests(tx, { keptId, closedId });
  const absorbed = await absorbAccount(tx, secrets, request);
  if (!absorbed.ok) return absorbed;
  const { mergeId } = absorbed;
  const detail = { closed: closedId, bookings: bookings.passed };
  const entry = { action: 'merge-accounts', subject: `account:${keptId}`, detail };
  await audit(tx, { at: now, accountId: 'owner' in by ? keptId : by.operatorId, officeId, ...entry });
  // The owner of both has just done it, and is told by whoever let them.
  if ('operatorId' in by) await tellOfCase(tx, { kind: 'accounts-merged', about: mergeId, at: now });
  return { ok: true, mergeId, passed: bookings.passed };
}
