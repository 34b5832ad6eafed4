import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import './tables.ts';

/** Lets everybody read a report, or nobody any more. Done twice it is done once. */
export async function publishReport(
  tx: Tx,
  request: { code: string; officeId: number; published: boolean; accountId: number; now: Temporal.Instant },
): Promise<Outcome<Record<never, never>, 'unknown-report'>> {
  const { code, officeId, published, accountId, now } = request;
  const known = await tx
    .selectFrom('fairness_report')
    .select('published_at')
    .where('code', '=', code)
    .where('office_id', '=', officeId)
    .forUpdate()
    .executeTakeFirst();
  if (known === undefined) return { ok: false, reason: 'unknown-report' };
  if ((known.published_at !== null) === published) return { ok: true };
  await tx
    .updateTable('fairness_report')
    .set({ published_at: published ? now : null, published_by: published ? accountId : null })
    .where('code', '=', code)
    .execute();
  const action = published ? 'publish-fairness' : 'take-back-fairness';
  await audit(tx, { at: now, accountId, officeId, action, subject: `release:${code}` });
  return { ok: true };
}
