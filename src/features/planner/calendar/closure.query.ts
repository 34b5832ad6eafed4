import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** A closure or an extra opening, at one of the times it comes. */
export interface CalendarEntry {
  readonly kind: 'closure' | 'extra-opening';
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
  readonly yearly: boolean;
  /** of an extra opening */
  readonly minutes: number | null;
  readonly desks: number | null;
}

export interface EntryWithAppointments extends CalendarEntry {
  /** of a closure, those that stand in the closed time without a seat; of an extra opening, those it received */
  readonly appointments: readonly { code: string; startsAt: string }[];
}

/** Every time that closures and extra openings come between two days, both included. */
export async function entriesBetween(
  db: Db | Tx,
  filter: { officeId: number; from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<CalendarEntry[]> {
  const { rows } = await sql<CalendarEntry>`
    SELECT ${entryColumns} FROM ${entries} AS e LEFT JOIN planner p ON p.id = e.planner_id
    WHERE e.office_id = ${filter.officeId} AND e.last_day >= ${filter.from} AND e.first_day <= ${filter.to}
    ORDER BY e.first_day, e.starts NULLS FIRST, e.id`.execute(db);
  return rows;
}

/** The closures and extra openings of an office that are not over on a day; of what comes every year, the next time. */
export async function listEntries(
  db: Db | Tx,
  filter: { officeId: number; from: Temporal.PlainDate },
): Promise<EntryWithAppointments[]> {
  const { rows } = await sql<EntryWithAppointments>`
    WITH next AS (
      SELECT DISTINCT ON (e.id) e.* FROM ${entries} AS e
      WHERE e.office_id = ${filter.officeId} AND e.last_day >= ${filter.from} ORDER BY e.id, e.first_day
    )
    SELECT ${entryColumns},
           coalesce((
             SELECT jsonb_agg(jsonb_build_object('code', b.code, 'startsAt', b.starts_at) ORDER BY b.starts_at, b.code)
             FROM booking b
             CROSS JOIN LATERAL (SELECT b.starts_at AT TIME ZONE o.time_zone AS starts, b.ends_at AT TIME ZONE o.time_zone AS ends) AS wall
             WHERE b.office_id = e.office_id AND b.live AND (e.planner_id IS NULL OR b.planner_id = e.planner_id)
               AND b.starts_at >= (e.first_day - 1)::timestamptz AND b.starts_at < (e.last_day + 2)::timestamptz
               AND wall.starts::date BETWEEN e.first_day AND e.last_day
               AND (e.starts IS NULL OR (wall.starts::time < e.ends AND wall.ends::time > e.starts))
               AND (e.kind = 'extra-opening'
                    OR EXISTS (SELECT FROM slot s WHERE s.id = ANY (b.slot_ids) AND s.taken > s.planned))), '[]') AS appointments
    FROM next e JOIN office o ON o.id = e.office_id LEFT JOIN planner p ON p.id = e.planner_id
    ORDER BY e.first_day, e.starts NULLS FIRST, e.id`.execute(db);
  return rows;
}

/** One closure or extra opening of an office, the next time it comes, or else as it was. */
export async function findEntry(
  db: Db | Tx,
  filter: { officeId: number; entryId: number; today: Temporal.PlainDate },
): Promise<CalendarEntry | undefined> {
  const { rows } = await sql<CalendarEntry>`
    SELECT ${entryColumns} FROM ${entries} AS e LEFT JOIN planner p ON p.id = e.planner_id
    WHERE e.office_id = ${filter.officeId} AND e.id = ${filter.entryId}
    ORDER BY e.last_day >= ${filter.today} DESC, e.first_day LIMIT 1`.execute(db);
  return rows[0];
}

const entries = sql`(
  SELECT 'closure' AS kind, c.id, c.office_id, c.planner_id, c.first_day, c.last_day, c.starts, c.ends, c.reason, c.yearly,
         NULL::int AS minutes, NULL::int AS desks
  FROM closure_occurrence c
  UNION ALL
  SELECT 'extra-opening', x.id, p.office_id, x.planner_id, x.first_day, x.last_day, x.starts, x.ends, x.reason, false,
         x.minutes, x.desks
  FROM extra_opening x JOIN planner p ON p.id = x.planner_id)`;

const entryColumns: RawBuilder<CalendarEntry> = sql`
  e.kind, e.id, e.first_day AS "firstDay", e.last_day AS "lastDay", left(e.starts::text, 5) AS starts, left(e.ends::text, 5) AS ends,
  e.reason, e.planner_id AS "plannerId", p.name AS "plannerName", e.yearly, e.minutes, e.desks`;
