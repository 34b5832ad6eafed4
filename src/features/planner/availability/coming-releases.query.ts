import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** The next seats of a planner to become bookable. */
export interface ComingRelease {
  readonly officeId: number;
  /** codes of the services that anybody may book with them */
  readonly services: readonly string[];
  readonly opensAt: Temporal.Instant;
  /** where the moment is drawn: by when at the latest */
  readonly opensBy: Temporal.Instant | null;
  /** the day of the appointments, in the office's calendar */
  readonly day: Temporal.PlainDate;
  readonly seats: number;
}

/** The next release of each published planner, the earliest first: releases are written down as slots are made, days before. */
export async function comingReleases(
  db: Db | Tx,
  request: { now: Temporal.Instant; limit: number },
): Promise<ComingRelease[]> {
  const { now, limit } = request;
  const { rows } = await sql<ComingRelease>`
    SELECT p.office_id AS "officeId", next.opens_at AS "opensAt", next.by AS "opensBy", next.day, next.seats,
      ARRAY(SELECT b.service_code FROM planner_offering po JOIN bookable_offering b ON b.offering_id = po.offering_id
              JOIN offering o ON o.id = b.offering_id JOIN office of ON of.id = o.office_id
            WHERE po.planner_id = p.id AND NOT o.invite_only AND next.last_day >= (next.opens_at AT TIME ZONE of.time_zone)::date + o.horizon_from_days
              AND (o.horizon_days IS NULL OR next.day <= (next.opens_at AT TIME ZONE of.time_zone)::date + o.horizon_from_days + o.horizon_days)
            ORDER BY b.service_code) AS services
    FROM planner p
    CROSS JOIN LATERAL (
      SELECT coalesce(r.told_from, r.opens_at) AS opens_at, r.told_by AS by, r.first_day AS day, r.last_day, r.seats FROM release r
      WHERE r.planner_id = p.id AND r.opens_at > ${now}::timestamptz AND r.cancelled_at IS NULL AND r.seats > 0
      ORDER BY r.opens_at LIMIT 1) AS next
    WHERE p.published AND p.audience = 'everybody' ORDER BY next.opens_at, p.id LIMIT ${limit}`.execute(db);
  return rows.filter(({ services }) => services.length > 0);
}
