import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import '../tables.ts';
import { officeChangeRules } from './office-change.rules.ts';
import { officeChangesSince } from './office-changes.query.ts';

export type ChangeOfficeOutcome =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly reason: 'too-often' };

/**
 * The person says which office serves them. Bookings stay as they are. Written down with its day, and told to them by
 * e-mail. Only so many changes in a while, so that nobody tries one office after the other for a seat.
 */
export async function changeOffice(
  tx: Tx,
  request: { accountId: number; officeId: number; now: Temporal.Instant },
): Promise<ChangeOfficeOutcome> {
  const { accountId, officeId, now } = request;
  const account = await tx
    .selectFrom('account')
    .select('office_id as officeId')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (account.officeId === officeId) return { ok: true, changed: false };
  const since = now.subtract({ hours: officeChangeRules.days * 24 });
  const earlier = await officeChangesSince(tx, { accountId, since });
  if (earlier.length >= officeChangeRules.most) return { ok: false, reason: 'too-often' };
  await tx.updateTable('account').set({ office_id: officeId }).where('id', '=', accountId).execute();
  const { id } = await tx
    .insertInto('account_office_change')
    .values({ account_id: accountId, from_office_id: account.officeId, to_office_id: officeId, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await enqueue(tx, { task: 'notify', payload: { kind: 'office-changed', accountId, changeId: id }, at: now });
  return { ok: true, changed: true };
}
