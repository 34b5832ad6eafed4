import type { Tx } from '#platform/database.ts';
import type { Editing } from './editing.ts';
import { editRules, type RuleConflict } from './edit-draft.ts';
import { fingerprint } from './fingerprint.ts';
import type { OpeningRule } from '../rules.ts';

type Refusal =
  | { ok: false; reason: 'unknown-planner' | 'unknown-rule' }
  | { ok: false; reason: 'changed-meanwhile'; now: OpeningRule };

export type SaveRuleOutcome = { ok: true } | Refusal | RuleConflict;

/**
 * Adds an opening rule to a planner, or changes one: with `seen`, the fingerprint of the rule that was shown, only if
 * it is still that one. Reaches citizens when the planner is published.
 */
export async function saveRule(
  tx: Tx,
  request: Editing & { plannerId: number; ruleId: number | null; rule: OpeningRule; seen?: string | undefined },
): Promise<SaveRuleOutcome> {
  const { ruleId, rule, seen } = request;
  const kind = ruleId === null ? 'add-opening-rule' : 'edit-opening-rule';
  return editRules<Refusal>(tx, { ...request, kind }, (rules) => {
    if (ruleId === null) return { ok: true, rules: [...rules, { id: null, rule }] };
    const known = rules.find(({ id }) => id === ruleId);
    if (known === undefined) return { ok: false, reason: 'unknown-rule' };
    if (seen !== undefined && seen !== fingerprint(known.rule))
      return { ok: false, reason: 'changed-meanwhile', now: known.rule };
    return { ok: true, rules: rules.map((one) => (one === known ? { id: ruleId, rule } : one)) };
  });
}
