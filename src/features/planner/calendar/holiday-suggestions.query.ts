import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** A holiday on which an office has not said yet whether it is closed. */
export interface HolidaySuggestion {
  readonly day: Temporal.PlainDate;
  readonly name: LocalText;
  /** country: where the office is; italy: the consulate's own state; patron: the saint of the province's capital */
  readonly from: 'country' | 'italy' | 'patron';
  /** false: the day is not certain yet, as one that follows the moon */
  readonly sure: boolean;
}

/**
 * The holidays of an office within some days on which it is not closed yet: of its country, of Italy too for a consular
 * office, and for a town hall the patron saint of its province's capital. Of a day with several, one is told.
 */
export async function holidaySuggestions(
  db: Db | Tx,
  filter: { officeId: number; from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<HolidaySuggestion[]> {
  const { officeId, from, to } = filter;
  const { rows } = await sql<HolidaySuggestion>`
    SELECT DISTINCT ON (h.day) h.day, h.name, h.sure,
           CASE WHEN h.scope <> 'national' THEN 'patron' WHEN h.country = o.country THEN 'country' ELSE 'italy' END AS "from"
    FROM office o
    JOIN holiday h ON (h.country = o.country AND h.scope IN ('national', o.province_code))
                   OR (o.kind = 'consular' AND h.country = 'IT' AND h.scope = 'national')
    WHERE o.id = ${officeId} AND h.day BETWEEN ${from} AND ${to}
      AND NOT EXISTS (SELECT FROM closure_occurrence c WHERE c.office_id = o.id AND c.planner_id IS NULL AND c.starts IS NULL
                                                         AND h.day BETWEEN c.first_day AND c.last_day)
    ORDER BY h.day, h.country = o.country DESC, h.scope = 'national' DESC, h.sure DESC, h.name ->> 'it'`.execute(db);
  return rows;
}
