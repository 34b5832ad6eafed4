import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Editing } from './editing.ts';
import { type GridConflict, gridConflict } from './grid.rules.ts';
import { lockPlanner } from './plan.query.ts';
import type { OpeningRule } from './rules.ts';

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

/** Makes the rules of a planner be these, as edited and not yet published. They fit together (`firstConflict`). */
export async function replaceRules(
  tx: Tx,
  request: Editing & { plannerId: number; rules: readonly OpeningRule[] },
): Promise<void> {
  const { officeId, accountId, now, plannerId, rules } = request;
  await lockPlanner(tx, plannerId);
  const removed = await sql`DELETE FROM opening_rule WHERE planner_id = ${plannerId}`.execute(tx);
  if (rules.length === 0 && removed.numAffectedRows === 0n) return;
  await sql`
    INSERT INTO opening_rule (planner_id, valid_from, valid_to, weekdays, starts, ends, breaks, minutes, desks)
    SELECT ${plannerId}, (r ->> 'validFrom')::date, (r ->> 'validTo')::date,
           ARRAY(SELECT d::smallint FROM jsonb_array_elements_text(r -> 'weekdays') AS d), (r ->> 'starts')::time, (r ->> 'ends')::time,
           r -> 'breaks', (r ->> 'minutes')::int, (r ->> 'desks')::int
    FROM jsonb_array_elements(${JSON.stringify(rules)}::jsonb) WITH ORDINALITY AS u(r, n) ORDER BY n`.execute(tx);
  const subject = `planner:${plannerId}`;
  await audit(tx, { at: now, accountId, officeId, action: 'replace-opening-rules', subject, detail: { rules } });
}
