import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { CountedOffice } from './place.ts';

/** Older days stand as they are: what they were counted from may be deleted by now. */
export const settledAfterDays = 300;

/**
 * Which of some days can be counted: those to come, and those of the past of which there is still something to count. A
 * day whose slots and bookings are gone keeps the counts it has.
 */
export async function countableDays(
  tx: Tx,
  request: { office: CountedOffice; days: readonly string[]; today: Temporal.PlainDate },
): Promise<string[]> {
  const { office, days, today } = request;
  const { officeId, timeZone } = office;
  const settled = today.subtract({ days: settledAfterDays });
  const wanted = days.filter((day) => Temporal.PlainDate.compare(Temporal.PlainDate.from(day), settled) >= 0);
  if (wanted.length === 0) return [];
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    SELECT d.day FROM unnest(${wanted}::date[]) AS d (day),
      LATERAL (SELECT d.day::timestamp AT TIME ZONE ${timeZone} AS begins,
                      (d.day + 1)::timestamp AT TIME ZONE ${timeZone} AS ends) AS span
    WHERE d.day >= ${today}::date
       OR EXISTS (SELECT FROM planner p JOIN slot s ON s.planner_id = p.id
                  WHERE p.office_id = ${officeId} AND s.starts_at >= span.begins AND s.starts_at < span.ends)
       OR EXISTS (SELECT FROM booking b WHERE b.office_id = ${officeId} AND b.starts_at >= span.begins AND b.starts_at < span.ends)
       OR EXISTS (SELECT FROM booking b
                  WHERE b.office_id = ${officeId} AND b.starts_at >= span.begins
                    AND b.created_at >= span.begins AND b.created_at < span.ends)
    ORDER BY d.day`.execute(tx);
  return rows.map(({ day }) => day.toString());
}
