import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Horizon } from './slots/horizon.rules.ts';
import type { ClosedTime, ExtraOpening, OpeningRule } from './rules.ts';

/** Everything a planner's slots are made from. */
export interface Plan extends Horizon {
  readonly plannerId: number;
  readonly officeId: number;
  readonly published: boolean;
  readonly publishedThrough: Temporal.PlainDate | null;
  /** as edited, whether published or not */
  readonly rules: readonly OpeningRule[];
  /** as last published; null before the first time */
  readonly publishedRules: readonly OpeningRule[] | null;
  readonly closures: readonly (ClosedTime & { id: number })[];
  readonly extras: readonly (ExtraOpening & { id: number })[];
}

/** The plan of one planner. Not locked: `lockPlanner` comes first where slots are written. */
export async function findPlan(db: Db | Tx, plannerId: number): Promise<Plan | undefined> {
  const [plan] = await findPlans(db, [plannerId]);
  return plan;
}

export async function findPlans(db: Db | Tx, plannerIds: readonly number[]): Promise<Plan[]> {
  const { rows } = await sql<Plan>`
    SELECT p.id AS "plannerId", p.office_id AS "officeId", p.published, p.published_through AS "publishedThrough",
           o.time_zone AS zone, p.horizon_days AS "horizonDays", p.release_time::text AS "releaseTime",
           p.release_rule AS "releaseRule", p.release_secret AS "releaseSecret", ${batchesOfPlanner} AS batches,
           coalesce((SELECT jsonb_agg(${ruleJson} ORDER BY r.id) FROM opening_rule r WHERE r.planner_id = p.id), '[]') AS rules,
           p.published_rules AS "publishedRules",
           ${closuresOfPlanner} AS closures, ${extrasOfPlanner} AS extras
    FROM planner p JOIN office o ON o.id = p.office_id
    WHERE p.id = ANY (${plannerIds}::int[])`.execute(db);
  return rows;
}

/** The published planners of an office, in the order in which they are locked. */
export async function publishedPlanners(db: Db | Tx, officeId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM planner WHERE office_id = ${officeId} AND published ORDER BY id`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Waits for other publications of this planner. The lock leaves alone the key that holds and bookings refer to, so
 * nobody who books waits for it.
 */
export async function lockPlanner(tx: Tx, plannerId: number): Promise<void> {
  await sql`SELECT FROM planner WHERE id = ${plannerId} FOR NO KEY UPDATE`.execute(tx);
}

/** An opening rule, `r`, in the shape of `OpeningRule`. */
export const ruleJson = sql`jsonb_build_object(
  'validFrom', r.valid_from, 'validTo', r.valid_to, 'weekdays', r.weekdays,
  'starts', left(r.starts::text, 5), 'ends', left(r.ends::text, 5),
  'breaks', r.breaks, 'minutes', r.minutes, 'desks', r.desks)`;

/** What closes the planner `p`, with every time a yearly closure comes. */
export const closuresOfPlanner = sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', c.id, 'firstDay', c.first_day, 'lastDay', c.last_day,
                                      'starts', left(c.starts::text, 5), 'ends', left(c.ends::text, 5)))
  FROM closure_occurrence c
  WHERE c.office_id = p.office_id AND (c.planner_id IS NULL OR c.planner_id = p.id)), '[]')`;

/** What is opened of the planner `p` apart from its rule, in the shape of `Batch`. */
export const batchesOfPlanner = sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('opens', extract(epoch FROM b.opens_at), 'kind', b.kind, 'firstDay', b.first_day,
                                      'lastDay', b.last_day, 'seats', b.seats) ORDER BY b.opens_at, b.id)
  FROM release b WHERE b.planner_id = p.id AND b.created_by IS NOT NULL AND b.cancelled_at IS NULL), '[]')`;

/** The extra openings of the planner `p`. */
export const extrasOfPlanner = sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', e.id, 'firstDay', e.first_day, 'lastDay', e.last_day, 'starts', left(e.starts::text, 5),
                                      'ends', left(e.ends::text, 5), 'minutes', e.minutes, 'desks', e.desks) ORDER BY e.id)
  FROM extra_opening e WHERE e.planner_id = p.id), '[]')`;
