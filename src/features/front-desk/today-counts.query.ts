import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** How many appointments each office has today, by its own calendar; an office without any is not in the answer. */
export async function todayCounts(
  db: Db,
  { officeIds, now }: { officeIds: readonly number[]; now: Temporal.Instant },
): Promise<ReadonlyMap<number, number>> {
  if (officeIds.length === 0) return new Map();
  // The two instants let the index find the days around today; the zone of each office says which is today.
  const { rows } = await sql<{ officeId: number; count: number }>`
    SELECT b.office_id AS "officeId", count(*)::int AS count
    FROM booking b JOIN office o ON o.id = b.office_id
    WHERE b.office_id = ANY (${officeIds}::int[]) AND b.status <> 'cancelled'
      AND b.starts_at >= ${now.subtract({ hours: 24 })} AND b.starts_at < ${now.add({ hours: 24 })}
      AND (b.starts_at AT TIME ZONE o.time_zone)::date = (${now}::timestamptz AT TIME ZONE o.time_zone)::date
    GROUP BY b.office_id`.execute(db);
  return new Map(rows.map(({ officeId, count }) => [officeId, count]));
}
