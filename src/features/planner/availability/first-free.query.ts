import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { bookable, openRun } from './bookable.ts';
import { firstDay } from './within-window.ts';

/** The first time an office has free for a service. */
export interface FirstFree {
  readonly officeId: number;
  readonly offeringId: number;
  readonly date: Temporal.PlainDate;
  readonly startsAt: Temporal.Instant;
}

/** Which offerings to look at: by id, or one service at some offices. */
export type Offerings = { offeringIds: readonly number[] } | { officeIds: readonly number[]; service: string };

/**
 * The first free time of each offering, the earliest day first; offerings with none are left out, and so are those by
 * invitation: who has no code is not to be tempted. The desk sees them all.
 */
export async function firstFree(
  db: Db | Tx,
  request: Offerings & { atDesk?: boolean; now: Temporal.Instant; limit: number },
): Promise<FirstFree[]> {
  const { atDesk = false, now, limit } = request;
  const which =
    'offeringIds' in request
      ? sql`o.id = ANY (${request.offeringIds}::int[])`
      : sql`o.office_id = ANY (${request.officeIds}::int[]) AND o.service_code = ${request.service}`;
  // First the day alone, which the index of open slots has in order; then the hour, only for those that are shown.
  const { rows } = await sql<FirstFree>`
    WITH served AS (
      SELECT o.id, o.office_id, o.duration_minutes, po.planner_id, greatest(p.notice_minutes, o.notice_minutes) AS notice_minutes,
             p.audience, p.audience_until_minutes,
             ${firstDay(now)} AS first_day, coalesce(${firstDay(now)} + o.horizon_days, 'infinity') AS last_day,
             coalesce((SELECT bool_or((r ->> 'minutes')::int < o.duration_minutes)
                       FROM jsonb_array_elements(p.published_rules) AS r), o.duration_minutes IS NOT NULL) AS runs
      FROM offering o JOIN planner_offering po ON po.offering_id = o.id JOIN planner p ON p.id = po.planner_id AND p.published
      JOIN office of ON of.id = o.office_id
      WHERE ${which} AND o.active AND (${atDesk} OR NOT o.invite_only)
    ), found AS (
      SELECT p.id, p.office_id, p.planner_id, p.duration_minutes, p.notice_minutes, p.audience, p.audience_until_minutes, first.day, first.starts_at
      FROM served p CROSS JOIN LATERAL (
        SELECT s.day, NULL::timestamptz AS starts_at FROM slot s
        WHERE s.planner_id = p.planner_id AND NOT p.runs AND ${bookable(now)} AND s.day BETWEEN p.first_day AND p.last_day
          AND (p.duration_minutes IS NULL OR s.ends_at >= s.starts_at + make_interval(mins => p.duration_minutes))
        ORDER BY s.day LIMIT 1) AS first
      UNION ALL
      SELECT p.id, p.office_id, p.planner_id, p.duration_minutes, p.notice_minutes, p.audience, p.audience_until_minutes, first.day, first.starts_at
      FROM served p CROSS JOIN LATERAL (
        SELECT s.day, s.starts_at FROM slot s CROSS JOIN ${openRun(now, sql`p.duration_minutes`)} AS run
        WHERE s.planner_id = p.planner_id AND p.runs AND ${bookable(now)} AND s.day BETWEEN p.first_day AND p.last_day
        ORDER BY s.day, s.starts_at LIMIT 1) AS first
    ), days AS (
      SELECT id, office_id, min(day) AS day FROM found GROUP BY id, office_id ORDER BY min(day), id LIMIT ${limit}
    )
    SELECT d.office_id AS "officeId", d.id AS "offeringId", d.day AS date,
           min(coalesce(p.starts_at, (
             SELECT min(s.starts_at) FROM slot s
             WHERE s.planner_id = p.planner_id AND s.day = p.day AND ${bookable(now)}
               AND (p.duration_minutes IS NULL OR s.ends_at >= s.starts_at + make_interval(mins => p.duration_minutes)))))
             AS "startsAt"
    FROM days d JOIN found p ON p.id = d.id AND p.day = d.day
    GROUP BY d.office_id, d.id, d.day
    ORDER BY d.day, 4, d.id`.execute(db);
  return rows;
}
