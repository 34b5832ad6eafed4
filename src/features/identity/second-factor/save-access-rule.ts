import type { Tx } from '#platform/database.ts';
import '../tables.ts';
import type { AccessRule } from './access-rule.query.ts';

/** Decides what is asked of those who work, in the network (null) or at one office; it is felt at their next click. */
export async function saveAccessRule(
  tx: Tx,
  request: { officeId: number | null; rule: AccessRule; accountId: number; now: Temporal.Instant },
): Promise<{ ok: true }> {
  const { officeId, rule, accountId, now } = request;
  const row = {
    second_factor: rule.secondFactor,
    grace_days: rule.graceDays,
    idle_minutes: rule.idleMinutes,
    shared_idle_minutes: rule.sharedIdleMinutes,
    changed_at: now,
    changed_by: accountId,
  };
  await tx
    .insertInto('access_rule')
    .values({ office_id: officeId, ...row })
    .onConflict((on) => on.constraint('access_rule_once').doUpdateSet(row))
    .execute();
  return { ok: true };
}

/** The office asks for nothing beyond what the network does. */
export async function forgetAccessRule(tx: Tx, { officeId }: { officeId: number }): Promise<{ ok: true }> {
  await tx.deleteFrom('access_rule').where('office_id', '=', officeId).execute();
  return { ok: true };
}
