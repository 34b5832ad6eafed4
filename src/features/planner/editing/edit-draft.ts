import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import { type Draft, type DraftRule, findDraft } from './draft.query.ts';
import type { Editing } from './editing.ts';
import { type GridConflict, gridConflict } from '../slots/grid.rules.ts';
import { lockPlanner } from '../plan.query.ts';
import type { OpeningRule } from '../rules.ts';
import { type RuleToWrite, writeRules } from './write-rules.ts';

/** What was done to a draft. The names are those of the audit. */
export const editKinds = [
  'add-opening-rule',
  'edit-opening-rule',
  'remove-opening-rule',
  'move-opening-rule',
  'copy-day',
  'add-preset',
  'replace-opening-rules',
  'restore-version',
  'edit-planner',
] as const;

export type EditKind = (typeof editKinds)[number];

/** Steps that can be undone, at most. */
const mostSteps = 100;

/** Why rules cannot stand together. */
export interface RuleConflict {
  readonly ok: false;
  readonly reason: GridConflict;
  /** the rule that was there */
  readonly other: OpeningRule;
}

/**
 * Changes a planner and keeps how it was before, so that the step can be undone. Waits for others who edit the same
 * planner. A change that changes nothing leaves no step.
 */
export async function editDraft<Result extends { ok: boolean }>(
  tx: Tx,
  request: Editing & { plannerId: number; kind: EditKind },
  change: (draft: Draft) => Promise<Result>,
): Promise<Result | { ok: false; reason: 'unknown-planner' }> {
  const { plannerId, kind, accountId, officeId, now } = request;
  await lockPlanner(tx, plannerId);
  const before = await findDraft(tx, plannerId);
  if (before === undefined) return { ok: false, reason: 'unknown-planner' };
  const result = await change(before);
  if (!result.ok) return result;
  const after = await findDraft(tx, plannerId);
  if (JSON.stringify(before) === JSON.stringify(after)) return result;
  await keepStep(tx, { ...request, before: JSON.stringify(before), after: JSON.stringify(after) });
  await sql`UPDATE planner SET version = version + 1, updated_at = ${now} WHERE id = ${plannerId}`.execute(tx);
  const detail = kind === 'edit-planner' ? { ...after?.settings } : { rules: after?.rules.map(({ rule }) => rule) };
  await audit(tx, { at: now, accountId, officeId, action: kind, subject: `planner:${plannerId}`, detail });
  return result;
}

/** Changes the rules of a draft, unless those that are new or changed do not fit with others. */
export async function editRules<Refusal extends { ok: false }>(
  tx: Tx,
  request: Editing & { plannerId: number; kind: EditKind },
  change: (rules: readonly DraftRule[]) => Refusal | { ok: true; rules: readonly RuleToWrite[] },
): Promise<{ ok: true } | Refusal | RuleConflict | { ok: false; reason: 'unknown-planner' }> {
  return editDraft(tx, request, async (draft) => {
    const changed = change(draft.rules);
    if (!changed.ok) return changed;
    const conflict = newConflict(draft.rules, changed.rules);
    if (conflict) return conflict;
    await writeRules(tx, request.plannerId, changed.rules);
    return { ok: true } as const;
  });
}

/** A conflict between a rule that is new or changed and another one. */
function newConflict(before: readonly DraftRule[], after: readonly RuleToWrite[]): RuleConflict | undefined {
  const known = new Map(before.map(({ id, rule }) => [id, JSON.stringify(rule)]));
  const touched = after.filter(({ id, rule }) => id === null || known.get(id) !== JSON.stringify(rule));
  for (const one of touched) {
    for (const { rule: other } of after.filter((candidate) => candidate !== one)) {
      const reason = gridConflict(one.rule, other);
      if (reason) return { ok: false, reason, other };
    }
  }
  return undefined;
}

async function keepStep(
  tx: Tx,
  step: { plannerId: number; kind: EditKind; accountId: number; now: Temporal.Instant; before: string; after: string },
): Promise<void> {
  const { plannerId, kind, accountId, now, before, after } = step;
  // The hours a planner is made with are no step: taking them back would leave nothing.
  const isFirst = kind === 'replace-opening-rules' && before.startsWith('{"rules":[]');
  await sql`DELETE FROM planner_edit WHERE planner_id = ${plannerId} AND undone`.execute(tx);
  await sql`
    INSERT INTO planner_edit (planner_id, number, kind, account_id, at, before, after)
    SELECT ${plannerId}, coalesce(max(number), 0) + 1, ${kind}, ${accountId}, ${now}, ${before}::jsonb, ${after}::jsonb
    FROM planner_edit WHERE planner_id = ${plannerId}
    HAVING count(*) > 0 OR NOT ${isFirst}`.execute(tx);
  await sql`
    DELETE FROM planner_edit WHERE planner_id = ${plannerId}
      AND number <= (SELECT max(number) FROM planner_edit WHERE planner_id = ${plannerId}) - ${mostSteps}::int`.execute(
    tx,
  );
}
