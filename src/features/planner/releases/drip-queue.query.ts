import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Plan } from '../plan.query.ts';
import { ruleOf } from '../slots/horizon.rules.ts';
import type { Queue } from '../slots/wanted-slots.ts';

/**
 * Where a planner's drip stands: the slots that have their moment keep it; with `anew`, only those that are open by now, and
 * nothing else opens before now. Undefined where nothing drips. Slots are locked by the caller.
 */
export async function dripQueueOf(
  tx: Tx,
  request: { plan: Plan; now: Temporal.Instant; anew?: boolean | undefined },
): Promise<Queue | undefined> {
  const { plan, now, anew = false } = request;
  if (ruleOf(plan).kind !== 'drip') return undefined;
  const { rows } = await sql<{ starts: number; opens: number }>`
    SELECT extract(epoch FROM s.starts_at)::float8 AS starts, extract(epoch FROM s.opens_at)::float8 AS opens
    FROM slot s
    WHERE s.planner_id = ${plan.plannerId} AND s.starts_at > ${now} AND s.planned > 0 AND s.release_id IS NULL
      ${anew ? sql`AND s.opens_at <= ${now}` : sql``}`.execute(tx);
  return {
    opens: new Map(rows.map(({ starts, opens }) => [starts, opens])),
    since: anew ? Math.ceil(now.epochMilliseconds / 1000) : 0,
  };
}
