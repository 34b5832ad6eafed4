import type { Tx } from '#platform/database.ts';
import { withDayCopied } from './copy-day.rules.ts';
import type { Editing } from './editing.ts';
import { editRules, type RuleConflict } from './edit-draft.ts';

interface Refusal {
  ok: false;
  reason: 'unknown-planner' | 'no-openings';
}

export type CopyDayOutcome = { ok: true } | Refusal | RuleConflict;

/** Gives other weekdays the openings of a day, in place of those they have in the same week. */
export async function copyDay(
  tx: Tx,
  request: Editing & { plannerId: number; from: Temporal.PlainDate; to: readonly number[] },
): Promise<CopyDayOutcome> {
  return editRules<Refusal>(tx, { ...request, kind: 'copy-day' }, (rules) => {
    const copied = withDayCopied(rules, request);
    return copied === undefined ? { ok: false, reason: 'no-openings' } : { ok: true, rules: copied };
  });
}
