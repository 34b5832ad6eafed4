import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { CountedOffice } from '../counting/place.ts';

/**
 * How many clearances are open and how many people wait on the lists of some offices, each with its age in days. The last
 * look of a day is the one that is kept.
 */
export async function lookAtBacklog(
  db: Db,
  { offices, day }: { offices: readonly CountedOffice[]; day: Temporal.PlainDate },
): Promise<void> {
  const officeIds = offices.map(({ officeId }) => officeId);
  const placeIds = offices.map(({ placeId }) => placeId);
  await sql`
    WITH open AS (
      SELECT c.office_id, 'clearance-open-days' AS figure, b.service_code,
             greatest(0, ${day}::date - coalesce(c.asked_on, (c.created_at AT TIME ZONE o.time_zone)::date)) AS amount
      FROM clearance c JOIN booking b ON b.id = c.booking_id AND b.live JOIN office o ON o.id = c.office_id
      WHERE c.office_id = ANY (${officeIds}::int[]) AND c.state IN ('to-ask', 'asked')
      UNION ALL
      SELECT f.office_id, 'waiting-days', w.service_code,
             greatest(0, ${day}::date - (w.requested_at AT TIME ZONE o.time_zone)::date)
      FROM offering f JOIN waiting_entry w ON w.offering_id = f.id AND w.live JOIN office o ON o.id = f.office_id
      WHERE f.office_id = ANY (${officeIds}::int[]) AND f.waiting_list
    ), fresh AS MATERIALIZED (
      SELECT p.id AS place_id, figure, service_code, array_agg(amount ORDER BY amount) AS amounts,
             array_agg(times ORDER BY amount) AS counts
      FROM (SELECT office_id, figure, service_code, amount, count(*)::int AS times FROM open GROUP BY 1, 2, 3, 4) AS often
      JOIN report_place p ON p.office_id = often.office_id
      GROUP BY 1, 2, 3
    ), gone AS (
      DELETE FROM report_spread t
      WHERE t.place_id = ANY (${placeIds}::int[]) AND t.day = ${day} AND t.figure IN ('clearance-open-days', 'waiting-days')
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.place_id = t.place_id AND f.figure = t.figure AND f.service_code = t.service_code)
    )
    INSERT INTO report_spread (place_id, day, figure, service_code, amounts, counts)
    SELECT place_id, ${day}, figure, service_code, amounts, counts FROM fresh
    ON CONFLICT (place_id, day, figure, service_code) DO UPDATE SET amounts = excluded.amounts, counts = excluded.counts`.execute(
    db,
  );
}
