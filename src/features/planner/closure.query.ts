import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

export interface Closure {
  readonly id: number;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  /** `HH:MM`; null: the whole day */
  readonly starts: string | null;
  readonly ends: string | null;
  readonly reason: LocalText;
  /** null: the whole office */
  readonly plannerId: number | null;
  readonly plannerName: string | null;
  /** appointments that were made before and still stand in the closed time */
  readonly appointments: readonly { code: string; startsAt: string }[];
}

/** The closures of an office that are not over on a day. */
export async function listClosures(
  db: Db | Tx,
  filter: { officeId: number; from: Temporal.PlainDate },
): Promise<Closure[]> {
  const { rows } = await sql<Closure>`
    SELECT c.id, c.first_day AS "firstDay", c.last_day AS "lastDay", left(c.starts::text, 5) AS starts, left(c.ends::text, 5) AS ends,
           c.reason, c.planner_id AS "plannerId", p.name AS "plannerName",
           coalesce((
             SELECT jsonb_agg(jsonb_build_object('code', b.code, 'startsAt', b.starts_at) ORDER BY b.starts_at, b.code)
             FROM booking b
             CROSS JOIN LATERAL (SELECT b.starts_at AT TIME ZONE o.time_zone AS starts, b.ends_at AT TIME ZONE o.time_zone AS ends) AS wall
             WHERE b.office_id = c.office_id AND b.live AND (c.planner_id IS NULL OR b.planner_id = c.planner_id)
               AND b.starts_at >= (c.first_day - 1)::timestamptz AND b.starts_at < (c.last_day + 2)::timestamptz
               AND wall.starts::date BETWEEN c.first_day AND c.last_day
               AND (c.starts IS NULL OR (wall.starts::time < c.ends AND wall.ends::time > c.starts))), '[]') AS appointments
    FROM closure c JOIN office o ON o.id = c.office_id LEFT JOIN planner p ON p.id = c.planner_id
    WHERE c.office_id = ${filter.officeId} AND c.last_day >= ${filter.from}
    ORDER BY c.first_day, c.starts NULLS FIRST, c.id`.execute(db);
  return rows;
}

export interface HolidaySuggestion {
  readonly day: Temporal.PlainDate;
  readonly name: LocalText;
  readonly patron: boolean;
  /** false: the day is not certain yet, as one that follows the moon */
  readonly sure: boolean;
}

/**
 * Holidays of the office's country and the patron saint of its province within a year, on which it is not closed yet.
 * Holidays of one day are told once.
 */
export async function holidaySuggestions(
  db: Db | Tx,
  filter: { officeId: number; from: Temporal.PlainDate },
): Promise<HolidaySuggestion[]> {
  const { officeId, from } = filter;
  const { rows } = await sql<HolidaySuggestion>`
    SELECT DISTINCT ON (h.day) h.day, h.name, h.scope <> 'national' AS patron, h.sure
    FROM office o JOIN holiday h ON h.country = o.country AND (h.scope = 'national' OR h.scope = o.province_code)
    WHERE o.id = ${officeId} AND h.day >= ${from} AND h.day < ${from.add({ years: 1 })}
      AND NOT EXISTS (SELECT FROM closure c WHERE c.office_id = o.id AND c.planner_id IS NULL AND c.starts IS NULL
                                              AND h.day BETWEEN c.first_day AND c.last_day)
    ORDER BY h.day, h.scope = 'national' DESC, h.sure DESC, h.name ->> 'it'`.execute(db);
  return rows;
}
