import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Counted } from './room-crowd.query.ts';

/**
 * What is known of a release without a room: who held one of its seats (accounts, or browsers without one) and who booked.
 * Nothing was written down of those who came and found no seat, so nobody knows how many tried.
 */
export async function releaseCrowd(
  db: Db | Tx,
  { releaseId }: { releaseId: string },
): Promise<{ groups: Counted[]; held: number; booked: number }> {
  const { rows: groups } = await sql<Counted>`
    WITH ${slotsOf(releaseId)}, won AS (
      SELECT b.channel, b.language, b.party FROM booking b JOIN slots s ON s.id = b.slot_id WHERE b.created_at >= s.opens_at
    )
    SELECT v.part, v.value, 0 AS people, count(*)::int AS winners
    FROM won CROSS JOIN LATERAL (VALUES ('channel', won.channel), ('language', won.language), ('party', least(won.party, 6)::text)) AS v(part, value)
    GROUP BY v.part, v.value ORDER BY v.part, v.value`.execute(db);
  const { rows } = await sql<{ held: number; booked: number }>`
    WITH ${slotsOf(releaseId)}
    SELECT (SELECT count(DISTINCT coalesce(h.account_id::text, h.owner))::int FROM hold h JOIN slots s ON s.id = h.slot_id
            WHERE h.created_at >= s.opens_at) AS held,
           (SELECT count(*)::int FROM booking b JOIN slots s ON s.id = b.slot_id WHERE b.created_at >= s.opens_at) AS booked`.execute(
    db,
  );
  return { groups, held: rows[0]?.held ?? 0, booked: rows[0]?.booked ?? 0 };
}

/** The slots of a release, as the planner knows them. */
function slotsOf(releaseId: string) {
  return sql`slots AS (
    SELECT s.id, r.opens_at FROM release r JOIN slot s ON s.planner_id = r.planner_id
    WHERE r.id = ${releaseId} AND s.day BETWEEN r.first_day AND r.last_day
      AND (s.release_id = r.id OR (r.created_by IS NULL AND s.release_id IS NULL AND s.opens_at BETWEEN r.opens_at AND r.last_opens_at)))`;
}
