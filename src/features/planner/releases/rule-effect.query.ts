import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { comingOfRule, type Release } from '../availability/releases.query.ts';
import type { Plan } from '../plan.query.ts';
import { notPlanned } from '../slots/horizon.rules.ts';
import { wantedFrom } from '../slots/publish.ts';
import { wantedRows } from '../slots/wanted-slots.ts';

/** What another rule would do at this instant. */
export interface RuleEffect {
  /** the next releases by the rule */
  readonly next: readonly Release[];
  /** seats that are not open yet and would open at once */
  readonly opening: number;
  /** free seats that are open by now and would open later: they stay open, unless the office says otherwise */
  readonly early: number;
  /** seats that would never open by themselves */
  readonly never: number;
}

/** Compares a planner's slots with what a rule, as it stands in the plan, would make of them. Writes nothing. */
export async function ruleEffect(db: Db | Tx, request: { plan: Plan; now: Temporal.Instant }): Promise<RuleEffect> {
  const { plan, now } = request;
  const next = nextByRule(plan, now);
  if (!plan.published || plan.publishedRules === null) return { next, opening: 0, early: 0, never: 0 };
  const queue = { opens: new Map<number, number>(), since: 0 };
  const wanted = wantedFrom(plan, plan.publishedRules, now, queue);
  const { rows } = await sql<Omit<RuleEffect, 'next'>>`
    SELECT coalesce(sum(w.planned) FILTER (WHERE w.opens_at <= ${now} AND coalesce(s.opens_at, ${notPlanned}) > ${now}), 0)::int AS opening,
           coalesce(sum(s.capacity - s.taken) FILTER (WHERE w.opens_at > ${now} AND s.opens_at <= ${now}), 0)::int AS early,
           coalesce(sum(w.planned) FILTER (WHERE w.opens_at >= ${notPlanned} AND coalesce(s.opens_at, ${notPlanned}) > ${now}), 0)::int AS never
    FROM ${wantedRows(wanted)} AS w
    LEFT JOIN slot s ON s.planner_id = ${plan.plannerId} AND s.starts_at = w.starts_at AND s.planned > 0
    WHERE s.release_id IS NULL`.execute(db);
  return { next, ...(rows[0] ?? { opening: 0, early: 0, never: 0 }) };
}

/** The next releases that a planner's rule makes of its hours as they are published, or edited while there are none. */
export function nextByRule(plan: Plan, now: Temporal.Instant): Release[] {
  const serving = { ...plan, publishedRules: plan.publishedRules ?? plan.rules };
  return comingOfRule(serving, { zone: plan.zone, horizonFromDays: 0, horizonDays: null, noticeMinutes: null }, now);
}
