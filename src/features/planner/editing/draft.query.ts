import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { ruleJson } from '../plan.query.ts';
import type { OpeningRule } from '../rules.ts';
import type { PlannerSettings } from './settings.rules.ts';

/** An opening rule that is being edited. Its id stays the same while it is changed, undone and brought back. */
export interface DraftRule {
  readonly id: number;
  readonly rule: OpeningRule;
}

/** Everything about a planner that can be edited, as it is at one moment. */
export interface Draft {
  readonly rules: readonly DraftRule[];
  readonly settings: PlannerSettings;
}

/** The draft of a planner; undefined when there is no such planner. */
export async function findDraft(db: Db | Tx, plannerId: number): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`
    SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'rule', ${ruleJson}) ORDER BY r.id)
                     FROM opening_rule r WHERE r.planner_id = p.id), '[]') AS rules,
           ${settingsJson} AS settings
    FROM planner p WHERE p.id = ${plannerId}`.execute(db);
  return rows[0];
}

/** The settings of a planner `p`, in the shape of `PlannerSettings`. */
export const settingsJson: RawBuilder<PlannerSettings> = sql`jsonb_build_object(
  'name', p.name, 'horizonDays', p.horizon_days, 'noticeMinutes', p.notice_minutes,
  'releaseTime', left(p.release_time::text, 5), 'releaseRule', p.release_rule,
  'returned', jsonb_build_object('seats', p.returned_seats, 'minMinutes', p.returned_min_minutes, 'maxMinutes', p.returned_max_minutes),
  'audience', jsonb_build_object('kind', p.audience, 'grounds', p.priority_grounds, 'minAge', p.priority_min_age,
    'untilMinutes', p.audience_until_minutes, 'withoutProof', p.without_proof),
  'quotas', coalesce(p.quotas, '[]'), 'holdMinutes', p.hold_minutes,
  'offeringIds', (SELECT coalesce(jsonb_agg(po.offering_id ORDER BY po.offering_id), '[]')
                  FROM planner_offering po WHERE po.planner_id = p.id))`;
