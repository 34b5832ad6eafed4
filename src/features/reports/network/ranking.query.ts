import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Period } from '../figures/period.rules.ts';
import type { NetworkFilter } from '../figures/scope.query.ts';

export const rankFigures = ['appointments', 'occupancy', 'firstFree', 'absent', 'cancelled'] as const;
export type RankFigure = (typeof rankFigures)[number];

export interface RankedOffice {
  readonly code: string;
  readonly name: LocalText;
  readonly appointments: number;
  readonly occupancy: number | null;
  readonly firstFree: number | null;
  readonly absent: number | null;
  readonly cancelled: number | null;
}

/**
 * Offices by one figure. Whole months come from the counts by month, the days beyond them from those by day: a year of
 * eight thousand offices is a hundred thousand rows.
 */
export async function rankOffices(
  db: Db,
  request: { period: Period; filter: NetworkFilter; by: RankFigure; fewestFirst: boolean; most: number; skip: number },
): Promise<RankedOffice[]> {
  const { period, filter, by, fewestFirst, most, skip } = request;
  const { months, edges } = partsOf(period);
  const service = filter.service ?? '';
  const ofService = (column: string) => sql`(${service} = '' OR ${sql.ref(column)} = ${service})`;
  const [before = none, after = none] = edges;
  const near = sql`(d.day BETWEEN ${before.a}::date AND ${before.z}::date OR d.day BETWEEN ${after.a}::date AND ${after.z}::date)`;
  const { rows } = await sql<RankedOffice>`
    WITH parts AS (
      SELECT place_id, appointments, served, absent, cancelled, offered, taken, samples, days, without FROM report_month
      WHERE month = ANY (${months}::date[]) AND service_code = ${service}
      UNION ALL
      SELECT d.place_id, d.appointments, d.served, d.absent,
             d.cancelled_citizen + d.cancelled_office + d.cancelled_unconfirmed + d.cancelled_clearance, 0, 0, 0, 0, 0
      FROM report_day d WHERE ${near} AND ${ofService('d.service_code')}
      UNION ALL
      SELECT d.place_id, 0, 0, 0, 0, d.offered, d.taken, 0, 0, 0 FROM report_seats d
      WHERE ${near} AND (${service} = '' OR d.services @> ARRAY[${service}])
      UNION ALL
      SELECT d.place_id, 0, 0, 0, 0, 0, 0, d.samples, d.days, d.without FROM report_sample d
      WHERE ${near} AND ${ofService('d.service_code')}
    ), sums AS (
      SELECT place_id, sum(appointments)::int AS appointments, sum(taken)::float8 / nullif(sum(offered), 0) AS occupancy,
             sum(days)::float8 / nullif(sum(samples) - sum(without), 0) AS "firstFree",
             sum(absent)::float8 / nullif(sum(served) + sum(absent), 0) AS absent,
             sum(cancelled)::float8 / nullif(sum(appointments), 0) AS cancelled
      FROM parts GROUP BY place_id
    )
    SELECT o.code, o.name, s.appointments, s.occupancy, s."firstFree", s.absent, s.cancelled
    FROM sums s JOIN report_place p ON p.id = s.place_id JOIN office o ON o.id = p.office_id
    WHERE (${filter.kind}::text IS NULL OR o.kind = ${filter.kind})
      AND (${filter.area}::text IS NULL OR coalesce(o.province_code, o.country) = ${filter.area})
    ORDER BY s.${sql.ref(by)} ${fewestFirst ? sql`ASC` : sql`DESC`} NULLS LAST, o.code
    LIMIT ${most} OFFSET ${skip}`.execute(db);
  return rows;
}

interface Edge {
  readonly a: string;
  readonly z: string;
}

/** No day at all. */
const none: Edge = { a: '0001-01-02', z: '0001-01-01' };

/** The whole months of a period, and the days before and after them. */
export function partsOf({ from, to }: Period): { months: string[]; edges: Edge[] } {
  const months: string[] = [];
  const first = from.day === 1 ? from : from.with({ day: 1 }).add({ months: 1 });
  let end = first;
  for (let next = end.add({ months: 1 }); Temporal.PlainDate.compare(next.subtract({ days: 1 }), to) <= 0; ) {
    months.push(end.toString());
    end = next;
    next = end.add({ months: 1 });
  }
  if (months.length === 0) return { months, edges: [{ a: from.toString(), z: to.toString() }] };
  const edges: Edge[] = [];
  if (!first.equals(from)) edges.push({ a: from.toString(), z: first.subtract({ days: 1 }).toString() });
  if (Temporal.PlainDate.compare(end, to) <= 0) edges.push({ a: end.toString(), z: to.toString() });
  return { months, edges };
}
