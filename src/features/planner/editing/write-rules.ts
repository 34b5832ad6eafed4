import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { OpeningRule } from '../rules.ts';

/** A rule to be written; without an id it is new. */
export interface RuleToWrite {
  readonly id: number | null;
  readonly rule: OpeningRule;
}

/** Makes the rules of a planner be these. Known ones keep their ids, also those that were removed and come back. */
export async function writeRules(tx: Tx, plannerId: number, rules: readonly RuleToWrite[]): Promise<void> {
  const kept = rules.filter((known): known is { id: number; rule: OpeningRule } => known.id !== null);
  const made = rules.filter(({ id }) => id === null);
  const ids = kept.map(({ id }) => id);
  await sql`DELETE FROM opening_rule WHERE planner_id = ${plannerId} AND id <> ALL (${ids}::int[])`.execute(tx);
  await sql`
    INSERT INTO opening_rule (id, planner_id, valid_from, valid_to, weekdays, starts, ends, breaks, minutes, desks)
    OVERRIDING SYSTEM VALUE
    SELECT (u.r ->> 'id')::int, ${plannerId}, ${columns(sql`(u.r -> 'rule')`)}
    FROM jsonb_array_elements(${JSON.stringify(kept)}::jsonb) AS u(r)
    ON CONFLICT (id) DO UPDATE SET valid_from = excluded.valid_from, valid_to = excluded.valid_to,
      weekdays = excluded.weekdays, starts = excluded.starts, ends = excluded.ends, breaks = excluded.breaks,
      minutes = excluded.minutes, desks = excluded.desks`.execute(tx);
  await sql`
    INSERT INTO opening_rule (planner_id, valid_from, valid_to, weekdays, starts, ends, breaks, minutes, desks)
    SELECT ${plannerId}, ${columns(sql`(u.r -> 'rule')`)}
    FROM jsonb_array_elements(${JSON.stringify(made)}::jsonb) WITH ORDINALITY AS u(r, n) ORDER BY u.n`.execute(tx);
}

function columns(rule: ReturnType<typeof sql>) {
  return sql`(${rule} ->> 'validFrom')::date, (${rule} ->> 'validTo')::date,
    ARRAY(SELECT d::smallint FROM jsonb_array_elements_text(${rule} -> 'weekdays') AS d), (${rule} ->> 'starts')::time,
    (${rule} ->> 'ends')::time, ${rule} -> 'breaks', (${rule} ->> 'minutes')::int, (${rule} ->> 'desks')::int`;
}
