import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** Adds up the months of some offices, each told by its place, from their counts by day. */
export async function countMonths(
  tx: Db | Tx,
  { placeIds, months }: { placeIds: readonly number[]; months: readonly string[] },
): Promise<void> {
  if (months.length === 0) return;
  const ours = sql`p.id = ANY (${placeIds}::int[])`;
  await sql`
    WITH parts AS (
      SELECT ${monthOf}, d.place_id, d.service_code, d.appointments, d.served, d.absent,
             d.cancelled_citizen + d.cancelled_office + d.cancelled_unconfirmed + d.cancelled_clearance AS cancelled,
             0 AS offered, 0 AS taken, 0 AS samples, 0 AS days, 0 AS without, true AS of_all
      FROM report_place p JOIN report_day d ON d.place_id = p.id, ${monthsAsked(months)} WHERE ${ours}
      UNION ALL
      SELECT ${monthOf}, d.place_id, '', 0, 0, 0, 0, d.offered, d.taken, 0, 0, 0, false
      FROM report_place p JOIN report_seats d ON d.place_id = p.id, ${monthsAsked(months)} WHERE ${ours}
      UNION ALL
      SELECT ${monthOf}, d.place_id, service, 0, 0, 0, 0, d.offered, d.taken, 0, 0, 0, false
      FROM report_place p JOIN report_seats d ON d.place_id = p.id, ${monthsAsked(months)}, unnest(d.services) AS service WHERE ${ours}
      UNION ALL
      SELECT ${monthOf}, d.place_id, d.service_code, 0, 0, 0, 0, 0, 0, d.samples, d.days, d.without, true
      FROM report_place p JOIN report_sample d ON d.place_id = p.id, ${monthsAsked(months)} WHERE ${ours}
    ), fresh AS MATERIALIZED (
      SELECT month, place_id, s.service_code, sum(appointments)::int, sum(served)::int, sum(absent)::int, sum(cancelled)::int,
             sum(offered)::int, sum(taken)::int, sum(samples)::int, sum(days)::int, sum(without)::int
      FROM parts, LATERAL (SELECT parts.service_code UNION ALL SELECT '' WHERE of_all) AS s
      GROUP BY 1, 2, 3
    ), gone AS (
      DELETE FROM report_month t USING report_place p
      WHERE p.id = t.place_id AND ${ours} AND t.month = ANY (${months}::date[])
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.month = t.month AND f.place_id = t.place_id AND f.service_code = t.service_code)
    )
    INSERT INTO report_month AS t SELECT * FROM fresh
    ON CONFLICT (month, place_id, service_code) DO UPDATE
    SET (appointments, served, absent, cancelled, offered, taken, samples, days, without) =
      ROW (excluded.appointments, excluded.served, excluded.absent, excluded.cancelled, excluded.offered, excluded.taken,
       excluded.samples, excluded.days, excluded.without)
    WHERE (t.appointments, t.served, t.absent, t.cancelled, t.offered, t.taken, t.samples, t.days, t.without) IS DISTINCT FROM
      (excluded.appointments, excluded.served, excluded.absent, excluded.cancelled, excluded.offered, excluded.taken,
       excluded.samples, excluded.days, excluded.without)`.execute(tx);
}

const monthOf = sql`m.month`;

function monthsAsked(months: readonly string[]) {
  return sql`LATERAL (SELECT m AS month FROM unnest(${months}::date[]) AS m
                      WHERE d.day >= m AND d.day < m + interval '1 month') AS m`;
}

/** The months that some days belong to, as their first days. */
export function monthsOf(days: readonly string[]): string[] {
  return [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))].sort();
}
