import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { OpeningRule } from '../rules.ts';

/** A published planner as people who want to come see it. */
export interface PublicPlanner {
  readonly plannerId: number;
  readonly name: string;
  /** codes of the services that can be booked in it */
  readonly services: readonly string[];
  /** as last published, those that are over left out */
  readonly rules: readonly OpeningRule[];
  readonly horizonDays: number;
  readonly noticeMinutes: number;
  /** `HH:MM`, on the office's clock */
  readonly releaseTime: string;
}

/** Days on which an office is closed or, of an extra opening, receives more people than its rules say. */
export interface AnnouncedClosure {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  /** `HH:MM`; null: the whole day */
  readonly starts: string | null;
  readonly ends: string | null;
  readonly reason: LocalText;
  /** null: the whole office */
  readonly plannerId: number | null;
  readonly plannerName: string | null;
}

/** When an office receives people with an appointment, and when it does not, from a day of its calendar on. */
export async function officeHours(
  db: Db | Tx,
  request: { officeId: number; from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<{ planners: PublicPlanner[]; closures: AnnouncedClosure[]; extraOpenings: AnnouncedClosure[] }> {
  const { officeId, from, to } = request;
  const planners = await sql<PublicPlanner>`
    SELECT p.id AS "plannerId", p.name, array_agg(b.service_code ORDER BY b.service_code) AS services,
           jsonb_path_query_array(p.published_rules, '$[*] ? (@.validTo == null || @.validTo >= $from)',
                                  jsonb_build_object('from', ${from.toString()}::text)) AS rules,
           p.horizon_days AS "horizonDays", p.notice_minutes AS "noticeMinutes", to_char(p.release_time, 'HH24:MI') AS "releaseTime"
    FROM planner p
    JOIN planner_offering po ON po.planner_id = p.id
    JOIN bookable_offering b ON b.offering_id = po.offering_id
    WHERE p.office_id = ${officeId} AND p.published AND p.published_rules IS NOT NULL
    GROUP BY p.id ORDER BY p.id`.execute(db);
  const closures = await sql<AnnouncedClosure>`
    SELECT c.first_day AS "firstDay", c.last_day AS "lastDay", to_char(c.starts, 'HH24:MI') AS starts,
           to_char(c.ends, 'HH24:MI') AS ends, c.reason, p.id AS "plannerId", p.name AS "plannerName"
    FROM closure_occurrence c LEFT JOIN planner p ON p.id = c.planner_id
    WHERE c.office_id = ${officeId} AND c.last_day >= ${from}::date AND c.first_day <= ${to}::date
      AND (c.planner_id IS NULL OR p.published)
    ORDER BY c.first_day, c.starts NULLS FIRST, c.id`.execute(db);
  const extraOpenings = await sql<AnnouncedClosure>`
    SELECT e.first_day AS "firstDay", e.last_day AS "lastDay", to_char(e.starts, 'HH24:MI') AS starts,
           to_char(e.ends, 'HH24:MI') AS ends, e.reason, p.id AS "plannerId", p.name AS "plannerName"
    FROM extra_opening e JOIN planner p ON p.id = e.planner_id
    WHERE p.office_id = ${officeId} AND p.published AND e.last_day >= ${from}::date AND e.first_day <= ${to}::date
    ORDER BY e.first_day, e.starts, e.id`.execute(db);
  return { planners: planners.rows, closures: closures.rows, extraOpenings: extraOpenings.rows };
}

/** Why nobody is received for a service on a day: a closure of the whole day of the office, or of each planner that serves it. */
export async function closedAllDay(
  db: Db | Tx,
  request: { officeId: number; service: string; date: Temporal.PlainDate },
): Promise<LocalText | undefined> {
  const { officeId, service, date } = request;
  const { planners, closures, extraOpenings } = await officeHours(db, { officeId, from: date, to: date });
  const serving = planners.filter(({ services }) => services.includes(service));
  if (extraOpenings.some((extra) => serving.some(({ plannerId }) => plannerId === extra.plannerId))) return undefined;
  const whole = closures.filter(({ starts }) => starts === null);
  const office = whole.find(({ plannerId }) => plannerId === null);
  if (office) return office.reason;
  const reasons = serving.map((planner) => whole.find(({ plannerId }) => plannerId === planner.plannerId)?.reason);
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}
