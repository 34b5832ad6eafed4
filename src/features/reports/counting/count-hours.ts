import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { DaysOfOffice } from './count-office-days.ts';

/** Counts the appointments of some days by the hour they begin; answers with the days whose counts changed. */
export async function countHours(tx: Tx, { office, days, begins, ends }: DaysOfOffice): Promise<string[]> {
  const { placeId, officeId, timeZone } = office;
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    WITH fresh AS MATERIALIZED (
      SELECT local::date AS day, extract(hour FROM local)::int AS hour, b.service_code, count(*)::int AS appointments,
             (count(*) FILTER (WHERE b.status = 'served'))::int AS served,
             (count(*) FILTER (WHERE b.status = 'no-show'))::int AS absent
      FROM booking b, LATERAL (SELECT b.starts_at AT TIME ZONE ${timeZone} AS local) AS x
      WHERE b.office_id = ${officeId} AND b.starts_at >= ${begins} AND b.starts_at < ${ends} AND b.status <> 'cancelled'
        AND local::date = ANY (${days}::date[])
      GROUP BY 1, 2, 3
    ), gone AS (
      DELETE FROM report_hour t WHERE t.place_id = ${placeId} AND t.day = ANY (${days}::date[])
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.day = t.day AND f.hour = t.hour AND f.service_code = t.service_code)
      RETURNING t.day
    ), kept AS (
      INSERT INTO report_hour AS t (place_id, day, hour, service_code, appointments, served, absent)
      SELECT ${placeId}, day, hour, service_code, appointments, served, absent FROM fresh
      ON CONFLICT (place_id, day, hour, service_code) DO UPDATE
        SET appointments = excluded.appointments, served = excluded.served, absent = excluded.absent
        WHERE (t.appointments, t.served, t.absent) IS DISTINCT FROM (excluded.appointments, excluded.served, excluded.absent)
      RETURNING t.day
    )
    SELECT DISTINCT day FROM (SELECT day FROM gone UNION ALL SELECT day FROM kept) AS changed`.execute(tx);
  return rows.map(({ day }) => day.toString());
}
