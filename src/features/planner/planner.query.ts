import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { PlannerAudience, ReturnedSeats } from './editing/settings.rules.ts';
import type { OpenDay } from './open-days/open-day.rules.ts';
import { ruleJson } from './plan.query.ts';
import type { Quota } from './quotas/quota.rules.ts';
import type { ReleaseRule } from './releases/release-rule.rules.ts';
import type { OpeningRule } from './rules.ts';

/** A planner as its office sees it. */
export interface Planner {
  readonly id: number;
  readonly name: string;
  readonly published: boolean;
  readonly horizonDays: number;
  readonly noticeMinutes: number;
  /** `HH:MM` */
  readonly releaseTime: string;
  /** null: one more day opens every day, at the release time */
  readonly releaseRule: ReleaseRule | null;
  readonly returned: ReturnedSeats;
  readonly audience: PlannerAudience;
  readonly quotas: readonly Quota[];
  /** null: as usual */
  readonly holdMinutes: number | null;
  /** null: an ordinary planner */
  readonly openDay: OpenDay | null;
  readonly services: readonly { offeringId: number; code: string; name: LocalText }[];
  /** the rules are not the ones that were published last */
  readonly edited: boolean;
  readonly ruleCount: number;
}

/** The planners of an office, the published ones first. */
export async function listPlanners(db: Db | Tx, officeId: number): Promise<Planner[]> {
  const { rows } = await sql<Planner>`
    ${planners} WHERE p.office_id = ${officeId} ORDER BY p.published DESC, p.name, p.id`.execute(db);
  return rows;
}

/** One planner of an office; undefined when it is another office's. */
export async function findPlanner(
  db: Db | Tx,
  filter: { officeId: number; plannerId: number },
): Promise<Planner | undefined> {
  const { rows } =
    await sql<Planner>`${planners} WHERE p.office_id = ${filter.officeId} AND p.id = ${filter.plannerId}`.execute(db);
  return rows[0];
}

/** The rules being edited, in the order in which they hold. */
export async function editedRules(db: Db | Tx, plannerId: number): Promise<{ id: number; rule: OpeningRule }[]> {
  const { rows } = await sql<{ id: number; rule: OpeningRule }>`
    SELECT r.id, ${ruleJson} AS rule FROM opening_rule r WHERE r.planner_id = ${plannerId}
    ORDER BY r.valid_from, r.weekdays, r.starts, r.id`.execute(db);
  return rows;
}

const planners = sql`
  SELECT p.id, p.name, p.published, p.horizon_days AS "horizonDays", p.notice_minutes AS "noticeMinutes",
         left(p.release_time::text, 5) AS "releaseTime", p.release_rule AS "releaseRule",
         jsonb_build_object('seats', p.returned_seats, 'minMinutes', p.returned_min_minutes, 'maxMinutes', p.returned_max_minutes)
           AS returned,
         jsonb_build_object('kind', p.audience, 'grounds', p.priority_grounds, 'minAge', p.priority_min_age,
    'untilMinutes', p.audience_until_minutes, 'withoutProof', p.without_proof) AS audience,
         coalesce(p.quotas, '[]') AS quotas, p.hold_minutes AS "holdMinutes", p.open_day AS "openDay",
         coalesce((SELECT jsonb_agg(jsonb_build_object('offeringId', o.id, 'code', s.code, 'name', s.name) ORDER BY s.position)
                   FROM planner_offering po JOIN offering o ON o.id = po.offering_id JOIN service s ON s.code = o.service_code
                   WHERE po.planner_id = p.id), '[]') AS services,
         edited.rules IS DISTINCT FROM public.rules AS edited, jsonb_array_length(edited.rules) AS "ruleCount"
  FROM planner p CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(${ruleJson} ORDER BY ${ruleJson}), '[]') AS rules FROM opening_rule r WHERE r.planner_id = p.id) AS edited
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(u.rule ORDER BY u.rule), '[]') AS rules
    FROM jsonb_array_elements(coalesce(p.published_rules, '[]')) AS u(rule)) AS public`;
