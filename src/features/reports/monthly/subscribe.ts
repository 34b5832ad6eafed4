import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { workersOf } from './recipients.query.ts';

/** Whether the monthly report of an office goes to somebody who works there; `by`: who says so. */
export async function subscribe(
  tx: Tx,
  request: { officeId: number; accountId: number; subscribed: boolean; by: number; now: Temporal.Instant },
): Promise<Outcome<object, 'not-here'>> {
  const { officeId, accountId, subscribed, by, now } = request;
  const worker = (await workersOf(tx, officeId)).find((one) => one.accountId === accountId);
  if (worker === undefined) return { ok: false, reason: 'not-here' };
  await tx
    .insertInto('report_subscription')
    .values({ office_id: officeId, account_id: accountId, subscribed, changed_at: now })
    .onConflict((on) => on.columns(['office_id', 'account_id']).doUpdateSet({ subscribed, changed_at: now }))
    .execute();
  const detail = { account: accountId, subscribed };
  await audit(tx, { at: now, accountId: by, officeId, action: 'subscribe-to-report', subject: null, detail });
  return { ok: true };
}
