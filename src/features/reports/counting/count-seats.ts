import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { DaysOfOffice } from './count-office-days.ts';

/**
 * Counts the seats of some days by the hour they begin and by the services they are for; answers with the days whose
 * counts changed. Hours that were withdrawn count only for the seats that somebody kept there.
 */
export async function countSeats(tx: Tx, { office, days, begins, ends }: DaysOfOffice): Promise<string[]> {
  const { placeId, officeId, timeZone } = office;
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    WITH served AS (
      SELECT p.id, coalesce(array_agg(o.service_code ORDER BY o.service_code) FILTER (WHERE o.id IS NOT NULL), '{}') AS services
      FROM planner p LEFT JOIN planner_offering po ON po.planner_id = p.id LEFT JOIN offering o ON o.id = po.offering_id
      WHERE p.office_id = ${officeId} GROUP BY p.id
    ), fresh AS MATERIALIZED (
      SELECT local::date AS day, extract(hour FROM local)::int AS hour, p.services, sum(s.capacity)::int AS offered,
             sum(s.taken)::int AS taken
      FROM served p JOIN slot s ON s.planner_id = p.id, LATERAL (SELECT s.starts_at AT TIME ZONE ${timeZone} AS local) AS x
      WHERE s.starts_at >= ${begins} AND s.starts_at < ${ends} AND s.capacity > 0 AND local::date = ANY (${days}::date[])
      GROUP BY 1, 2, 3
    ), gone AS (
      DELETE FROM report_seats t WHERE t.place_id = ${placeId} AND t.day = ANY (${days}::date[])
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.day = t.day AND f.hour = t.hour AND f.services = t.services)
      RETURNING t.day
    ), kept AS (
      INSERT INTO report_seats AS t (place_id, day, hour, services, offered, taken)
      SELECT ${placeId}, day, hour, services, offered, taken FROM fresh
      ON CONFLICT (place_id, day, hour, services) DO UPDATE SET offered = excluded.offered, taken = excluded.taken
        WHERE (t.offered, t.taken) IS DISTINCT FROM (excluded.offered, excluded.taken)
      RETURNING t.day
    )
    SELECT DISTINCT day FROM (SELECT day FROM gone UNION ALL SELECT day FROM kept) AS changed`.execute(tx);
  return rows.map(({ day }) => day.toString());
}
