import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { settingsJson } from './draft.query.ts';

/** Writes down what a planner is at the moment it is published, after its slots were made. */
export async function keepVersion(
  tx: Tx,
  request: { plannerId: number; accountId: number; now: Temporal.Instant; slotsMade: number },
): Promise<void> {
  const { plannerId, accountId, now, slotsMade } = request;
  await sql`
    INSERT INTO planner_version (planner_id, number, published_at, account_id, rules, settings, slots_made, seats)
    SELECT p.id, (SELECT coalesce(max(v.number), 0) + 1 FROM planner_version v WHERE v.planner_id = p.id), ${now}, ${accountId},
           p.published_rules, ${settingsJson}, ${slotsMade},
           (SELECT coalesce(sum(s.planned), 0) FROM slot s WHERE s.planner_id = p.id AND s.starts_at > ${now})
    FROM planner p WHERE p.id = ${plannerId}`.execute(tx);
}
