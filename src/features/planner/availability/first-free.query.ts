import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { bookable, openRun } from './bookable.ts';
import { type Asker, atTheDesk, groupOf, onTheSite } from '../quotas/quota.rules.ts';
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
  request: Offerings & { atDesk?: boolean; asker?: Asker | undefined; now: Temporal.Instant; limit: number },
): Promise<FirstFree[]> {
  const { atDesk = false, asker = atDesk ? atTheDesk : onTheSite, now, limit } = request;
  const which =
    'offeringIds' in request
      ? sql`o.id = ANY (${request.offeringIds}::int[])`
      : sql`o.office_id = ANY (${request.officeIds}::int[]) AND o.service_code = ${request.service}`;
  const { rows } = await sql<FirstFree>`
    WITH ${firstTimes({ offices: sql`office`, which, atDesk, group: sql`${groupOf(asker)}`, now })}
    SELECT office_id AS "officeId", id AS "offeringId", day AS date, starts_at AS "startsAt"
    FROM first_time ORDER BY day, starts_at, id LIMIT ${limit}`.execute(db);
  return rows;
}

/**
 * Two tables for a WITH: `served`, a row for each published planner of the offerings `o` of `offices` that are asked for, and
 * `first_time`, the first free time of each of those offerings. The index of open slots has a planner's days in order, so
 * that each planner costs one walk to the day of its first seat, however many slots there are. The calendar of an office is
 * asked only where the offering has a window of its own: naming a time zone's day costs as much as finding the seat.
 */
export function firstTimes(asked: {
  offices: RawBuilder<unknown>;
  which: RawBuilder<unknown>;
  atDesk: boolean;
  /** whom it is for, for planners with quotas: `groupOf`, which may look at the office `of` */
  group?: RawBuilder<unknown>;
  now: Temporal.Instant;
}): RawBuilder<unknown> {
  const { offices, which, atDesk, group = sql`${groupOf(onTheSite)}`, now } = asked;
  const inWindow = sql`${bookable(now)} AND s.day BETWEEN p.first_day AND p.last_day`;
  return sql`
    served AS MATERIALIZED (
      SELECT o.id, o.office_id, o.duration_minutes, o.invite_only, po.planner_id,
             greatest(p.notice_minutes, o.notice_minutes) AS notice_minutes, p.audience, p.audience_until_minutes,
             CASE WHEN p.quotas IS NOT NULL THEN ${group}::text END AS quota_group,
             CASE WHEN o.horizon_from_days > 0 THEN ${firstDay(now)} ELSE '-infinity' END AS first_day,
             CASE WHEN o.horizon_days IS NOT NULL THEN ${firstDay(now)} + o.horizon_days ELSE 'infinity' END AS last_day,
             o.duration_minutes IS NOT NULL AND coalesce(
               (SELECT bool_or((r ->> 'minutes')::int < o.duration_minutes)
                FROM jsonb_array_elements(p.published_rules) AS r), true) AS runs
      FROM offering o JOIN planner_offering po ON po.offering_id = o.id JOIN planner p ON p.id = po.planner_id AND p.published
      JOIN ${offices} of ON of.id = o.office_id
      WHERE ${which} AND o.active
    ), first_time AS MATERIALIZED (
      SELECT DISTINCT ON (p.id) p.id, p.office_id, first.day, first.starts_at
      FROM served p CROSS JOIN LATERAL (
        (SELECT s.day, s.starts_at FROM slot s
         WHERE s.planner_id = p.planner_id AND NOT p.runs AND p.quota_group IS NULL AND ${inWindow}
           AND (p.duration_minutes IS NULL OR s.ends_at >= s.starts_at + make_interval(mins => p.duration_minutes))
         ORDER BY s.day, s.starts_at LIMIT 1)
        UNION ALL
        (SELECT s.day, s.starts_at FROM slot s CROSS JOIN ${openRun(now, sql`p.duration_minutes`)} AS run
         WHERE s.planner_id = p.planner_id AND p.runs AND p.quota_group IS NULL AND ${inWindow}
         ORDER BY s.day, s.starts_at LIMIT 1)
        UNION ALL
        (SELECT q.day, q.starts_at
         FROM quota_first(${now}, p.planner_id, p.quota_group, p.first_day, p.last_day, p.notice_minutes, p.duration_minutes) AS q
         WHERE p.quota_group IS NOT NULL)) AS first
      WHERE ${atDesk} OR NOT p.invite_only
      ORDER BY p.id, first.day, first.starts_at
    )`;
}
