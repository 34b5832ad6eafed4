import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** Days of an office that something was written about. */
export interface TouchedDays {
  readonly officeId: number;
  readonly days: readonly string[];
}

/**
 * Which days the history of bookings speaks of, after one event up to another: the day of the appointment, the one it was
 * moved from, the one it was made on and the one of the event itself, each in the calendar of its office.
 */
export async function touchedDays(db: Db, { after, to }: { after: string; to: string }): Promise<TouchedDays[]> {
  const { rows } = await sql<{ officeId: number; days: Temporal.PlainDate[] }>`
    SELECT o.id AS "officeId", array_agg(DISTINCT (moment AT TIME ZONE o.time_zone)::date) AS days
    FROM booking_event e JOIN booking b ON b.id = e.booking_id JOIN office o ON o.id = b.office_id,
      LATERAL (VALUES (b.starts_at), (b.created_at), (e.at),
                      (CASE WHEN e.kind = 'moved' THEN (e.detail ->> 'from')::timestamptz END)) AS moments (moment)
    WHERE e.id > ${after} AND e.id <= ${to} AND moment IS NOT NULL
    GROUP BY o.id ORDER BY o.id`.execute(db);
  return rows.map(({ officeId, days }) => ({ officeId, days: days.map(String) }));
}
