import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { DaysOfOffice } from './count-office-days.ts';

/**
 * How long before appointments people booked, how soon releases sold out, and how long clearances took: each amount of
 * some days and how often it was. Answers with the days whose counts changed. What is open now is looked at by the samples.
 */
export async function countSpreads(tx: Tx, { office, days, begins, ends }: DaysOfOffice): Promise<string[]> {
  const { placeId, officeId, timeZone } = office;
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    WITH amounts AS (
      SELECT x.day, 'lead-days' AS figure, b.service_code,
             greatest(0, x.day - (b.created_at AT TIME ZONE ${timeZone})::date) AS amount
      FROM booking b, LATERAL (SELECT (b.starts_at AT TIME ZONE ${timeZone})::date AS day) AS x
      WHERE b.office_id = ${officeId} AND b.starts_at >= ${begins} AND b.starts_at < ${ends} AND b.status <> 'cancelled'
      UNION ALL
      SELECT (r.opens_at AT TIME ZONE ${timeZone})::date, CASE WHEN r.sold_out_at IS NULL THEN 'not-sold-out' ELSE 'sell-out-minutes' END,
             '', coalesce(floor(extract(epoch FROM r.sold_out_at - r.opens_at) / 60)::int, 0)
      FROM planner p JOIN release r ON r.planner_id = p.id
      WHERE p.office_id = ${officeId} AND r.opens_at >= ${begins} AND r.opens_at < ${ends} AND r.cancelled_at IS NULL
        AND r.seats > 0 AND r.kind <> 'returned'
      UNION ALL
      SELECT c.answered_on, 'clearance-' || c.state || '-days', b.service_code,
             greatest(0, c.answered_on - coalesce(c.asked_on, (c.created_at AT TIME ZONE ${timeZone})::date))
      FROM clearance c JOIN booking b ON b.id = c.booking_id
      WHERE c.office_id = ${officeId} AND c.answered_on = ANY (${days}::date[]) AND c.state IN ('granted', 'refused')
    ), often AS (
      SELECT day, figure, service_code, amount, count(*)::int AS times FROM amounts
      WHERE day = ANY (${days}::date[]) GROUP BY 1, 2, 3, 4
    ), fresh AS MATERIALIZED (
      SELECT day, figure, service_code, array_agg(amount ORDER BY amount) AS amounts, array_agg(times ORDER BY amount) AS counts
      FROM often GROUP BY 1, 2, 3
    ), gone AS (
      DELETE FROM report_spread t
      WHERE t.place_id = ${placeId} AND t.day = ANY (${days}::date[]) AND t.figure NOT IN ('clearance-open-days', 'waiting-days')
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.day = t.day AND f.figure = t.figure AND f.service_code = t.service_code)
      RETURNING t.day
    ), kept AS (
      INSERT INTO report_spread AS t (place_id, day, figure, service_code, amounts, counts)
      SELECT ${placeId}, day, figure, service_code, amounts, counts FROM fresh
      ON CONFLICT (place_id, day, figure, service_code) DO UPDATE SET amounts = excluded.amounts, counts = excluded.counts
        WHERE (t.amounts, t.counts) IS DISTINCT FROM (excluded.amounts, excluded.counts)
      RETURNING t.day
    )
    SELECT DISTINCT day FROM (SELECT day FROM gone UNION ALL SELECT day FROM kept) AS changed`.execute(tx);
  return rows.map(({ day }) => day.toString());
}
