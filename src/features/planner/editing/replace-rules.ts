import type { Tx } from '#platform/database.ts';
import type { Editing } from './editing.ts';
import { editDraft, type EditKind } from './edit-draft.ts';
import { type GridConflict, gridConflict } from '../slots/grid.rules.ts';
import type { OpeningRule } from '../rules.ts';
import { writeRules } from './write-rules.ts';

/** The first two rules that do not fit together, by their places. */
export function firstConflict(rules: readonly OpeningRule[]): { index: number; reason: GridConflict } | undefined {
  for (const [index, rule] of rules.entries()) {
    for (const other of rules.slice(0, index)) {
      const reason = gridConflict(rule, other);
      if (reason) return { index, reason };
    }
  }
  return undefined;
}

/**
 * Makes the rules of a planner be these, as edited and not yet published. They fit together (`firstConflict`). Rules that
 * are there already keep their places.
 */
export async function replaceRules(
  tx: Tx,
  request: Editing & { plannerId: number; rules: readonly OpeningRule[]; kind?: EditKind },
): Promise<void> {
  const { plannerId, rules, kind = 'replace-opening-rules' } = request;
  await editDraft(tx, { ...request, kind }, async (draft) => {
    const same = JSON.stringify(draft.rules.map(({ rule }) => rule)) === JSON.stringify(rules);
    if (!same)
      await writeRules(
        tx,
        plannerId,
        rules.map((rule) => ({ id: null, rule })),
      );
    return { ok: true };
  });
}
