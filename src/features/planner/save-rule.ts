import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Editing } from './editing.ts';
import { type GridConflict, gridConflict } from './grid.rules.ts';
import { lockPlanner } from './plan.query.ts';
import { editedRules } from './planner.query.ts';
import type { OpeningRule } from './rules.ts';

export type SaveRuleOutcome =
  | { ok: true }
  | { ok: false; reason: 'unknown-rule' }
  | { ok: false; reason: GridConflict; other: OpeningRule };

/** Adds an opening rule to a planner, or changes one. Reaches citizens when the planner is published. */
export async function saveRule(
  tx: Tx,
  request: Editing & { plannerId: number; ruleId: number | null; rule: OpeningRule },
): Promise<SaveRuleOutcome> {
  const { officeId, accountId, now, plannerId, ruleId, rule } = request;
  await lockPlanner(tx, plannerId);
  for (const { id, rule: other } of await editedRules(tx, plannerId)) {
    const conflict = id === ruleId ? undefined : gridConflict(rule, other);
    if (conflict) return { ok: false, reason: conflict, other };
  }
  const values = {
    valid_from: rule.validFrom,
    valid_to: rule.validTo,
    weekdays: [...rule.weekdays],
    starts: rule.starts,
    ends: rule.ends,
    breaks: JSON.stringify(rule.breaks),
    minutes: rule.minutes,
    desks: rule.desks,
  };
  if (ruleId === null)
    await tx
      .insertInto('opening_rule')
      .values({ planner_id: plannerId, ...values })
      .execute();
  else {
    const changed = await tx
      .updateTable('opening_rule')
      .set(values)
      .where('id', '=', ruleId)
      .where('planner_id', '=', plannerId)
      .returning('id')
      .executeTakeFirst();
    if (changed === undefined) return { ok: false, reason: 'unknown-rule' };
  }
  const action = ruleId === null ? 'add-opening-rule' : 'edit-opening-rule';
  await audit(tx, { at: now, accountId, officeId, action, subject: `planner:${plannerId}`, detail: { ...rule } });
  return { ok: true };
}

/** Takes a rule out of a planner; slots follow when the planner is published. */
export async function removeRule(
  tx: Tx,
  request: Editing & { plannerId: number; ruleId: number },
): Promise<{ ok: true } | { ok: false; reason: 'unknown-rule' }> {
  const { officeId, accountId, now, plannerId, ruleId } = request;
  await lockPlanner(tx, plannerId);
  const removed = await tx
    .deleteFrom('opening_rule')
    .where('id', '=', ruleId)
    .where('planner_id', '=', plannerId)
    .returning('id')
    .executeTakeFirst();
  if (removed === undefined) return { ok: false, reason: 'unknown-rule' };
  await audit(tx, { at: now, accountId, officeId, action: 'remove-opening-rule', subject: `planner:${plannerId}` });
  return { ok: true };
}
