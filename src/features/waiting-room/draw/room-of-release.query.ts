import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/**
 * The code of the room that a release is meant by, where it is not the release's own: planners side by side open seats at the
 * same moment behind one room, and a room made again has a code of its own.
 */
export async function roomOfRelease(db: Db | Tx, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    SELECT r.code FROM release l JOIN room_planner rp ON rp.planner_id = l.planner_id
    JOIN room r ON r.id = rp.room_id AND r.release_id IS NOT NULL AND l.opens_at BETWEEN r.gated_from AND r.gated_to
    WHERE l.code = ${code} AND r.code <> l.code
    ORDER BY r.outcome IS NOT DISTINCT FROM 'cancelled', r.release_id = l.id DESC, r.id DESC LIMIT 1`.execute(db);
  return rows[0]?.code;
}
