import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { DaysOfOffice } from './count-office-days.ts';

/**
 * Counts the appointments of some days of an office; answers with the days whose counts changed. What each figure means
 * stands in docs/figures.md and in `figures/definitions.text.ts`: all three change together.
 */
export async function countAppointments(tx: Tx, { office, days, begins, ends }: DaysOfOffice): Promise<string[]> {
  const { placeId, officeId, timeZone } = office;
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    WITH counted AS (
      SELECT (b.starts_at AT TIME ZONE ${timeZone})::date AS day, b.service_code, b.channel, 0 AS made,
             count(*)::int AS appointments, sum(b.party)::int AS people,
             ${count(sql`b.status IN ('confirmed', 'checked-in', 'served', 'no-show')`)} AS confirmed,
             ${count(sql`b.cancelled_by = 'citizen'`)} AS cancelled_citizen,
             ${count(sql`b.cancelled_by IN ('office', 'rejected')`)} AS cancelled_office,
             ${count(sql`b.cancelled_by = 'not-confirmed'`)} AS cancelled_unconfirmed,
             ${count(sql`b.cancelled_by LIKE 'clearance-%'`)} AS cancelled_clearance,
             ${count(sql`b.status = 'served'`)} AS served, ${count(sql`b.status = 'no-show'`)} AS absent
      FROM booking b
      WHERE b.office_id = ${officeId} AND b.starts_at >= ${begins} AND b.starts_at < ${ends}
      GROUP BY 1, 2, 3
      UNION ALL
      SELECT (b.created_at AT TIME ZONE ${timeZone})::date, b.service_code, b.channel, count(*)::int, 0, 0, 0, 0, 0, 0, 0, 0, 0
      FROM booking b
      WHERE b.office_id = ${officeId} AND b.starts_at >= ${begins} AND b.created_at >= ${begins} AND b.created_at < ${ends}
      GROUP BY 1, 2, 3
    ), fresh AS MATERIALIZED (
      SELECT day, service_code, channel, ${sums} FROM counted WHERE day = ANY (${days}::date[]) GROUP BY day, service_code, channel
    ), gone AS (
      DELETE FROM report_day t WHERE t.place_id = ${placeId} AND t.day = ANY (${days}::date[])
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.day = t.day AND f.service_code = t.service_code AND f.channel = t.channel)
      RETURNING t.day
    ), kept AS (
      INSERT INTO report_day AS t (place_id, day, service_code, channel, ${columns})
      SELECT ${placeId}, day, service_code, channel, ${columns} FROM fresh
      ON CONFLICT (place_id, day, service_code, channel) DO UPDATE SET (${columns}) = ROW (${excluded})
      WHERE (${current}) IS DISTINCT FROM (${excluded})
      RETURNING t.day
    )
    SELECT DISTINCT day FROM (SELECT day FROM gone UNION ALL SELECT day FROM kept) AS changed`.execute(tx);
  return rows.map(({ day }) => day.toString());
}

/** The counts of a day, in the order of the table. */
export const dayCounts = [
  'made',
  'appointments',
  'people',
  'confirmed',
  'cancelled_citizen',
  'cancelled_office',
  'cancelled_unconfirmed',
  'cancelled_clearance',
  'served',
  'absent',
] as const;

const columns = sql.raw(dayCounts.join(', '));
const sums = sql.raw(dayCounts.map((name) => `sum(${name})::int AS ${name}`).join(', '));
const excluded = sql.raw(dayCounts.map((name) => `excluded.${name}`).join(', '));
const current = sql.raw(dayCounts.map((name) => `t.${name}`).join(', '));

function count(condition: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(count(*) FILTER (WHERE ${condition}))::int`;
}
