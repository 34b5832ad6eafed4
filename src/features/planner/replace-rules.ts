import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
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
  request: { plannerId: number; rules: readonly OpeningRule[] },
): Promise<void> {
  await lockPlanner(tx, request.plannerId);
  await sql`DELETE FROM opening_rule WHERE planner_id = ${request.plannerId}`.execute(tx);
  await sql`
    INSERT INTO opening_rule (planner_id, valid_from, valid_to, weekdays, starts, ends, breaks, minutes, desks)
    SELECT ${request.plannerId}, (r ->> 'validFrom')::date, (r ->> 'validTo')::date,
           ARRAY(SELECT d::smallint FROM jsonb_array_elements_text(r -> 'weekdays') AS d), (r ->> 'starts')::time, (r ->> 'ends')::time,
           r -> 'breaks', (r ->> 'minutes')::int, (r ->> 'desks')::int
    FROM jsonb_array_elements(${JSON.stringify(request.rules)}::jsonb) WITH ORDINALITY AS u(r, n) ORDER BY n`.execute(
    tx,
  );
}
