import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** An open day that is announced: still to come, at a published planner. */
export interface AnnouncedOpenDay {
  readonly officeId: number;
  readonly plannerId: number;
  readonly name: LocalText;
  readonly text: LocalText | null;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  /** `HH:MM` on the office's clock */
  readonly starts: string;
  readonly ends: string;
  readonly services: readonly { readonly code: string; readonly name: LocalText }[];
  /** when its seats open, or opened; null: none opens yet */
  readonly opensAt: Temporal.Instant | null;
}

/** The open days of offices, for a service or for all, from a day on, the nearest first. */
export async function openDaysAt(
  db: Db | Tx,
  filter: { officeIds: readonly number[]; service?: string | undefined; from: Temporal.PlainDate },
): Promise<AnnouncedOpenDay[]> {
  const { officeIds, service = null, from } = filter;
  const { rows } = await sql<AnnouncedOpenDay>`
    SELECT p.office_id AS "officeId", p.id AS "plannerId", p.open_day -> 'name' AS name, p.open_day -> 'text' AS text, e.first_day AS "firstDay",
           e.last_day AS "lastDay", to_char(e.starts, 'HH24:MI') AS starts, to_char(e.ends, 'HH24:MI') AS ends,
           (SELECT jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name) ORDER BY s.position)
            FROM planner_offering po JOIN offering o ON o.id = po.offering_id AND o.active JOIN service s ON s.code = o.service_code
            WHERE po.planner_id = p.id) AS services,
           (SELECT min(r.opens_at) FROM release r WHERE r.planner_id = p.id AND r.cancelled_at IS NULL) AS "opensAt"
    FROM planner p JOIN extra_opening e ON e.planner_id = p.id
    WHERE p.office_id = ANY (${officeIds}::int[]) AND p.open_day IS NOT NULL AND p.published AND e.last_day >= ${from}::date
      AND EXISTS (SELECT FROM planner_offering po JOIN offering o ON o.id = po.offering_id AND o.active
                  WHERE po.planner_id = p.id AND (${service}::text IS NULL OR o.service_code = ${service}))
    ORDER BY e.first_day, e.starts, e.id`.execute(db);
  return rows;
}
