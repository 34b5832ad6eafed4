import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { type WantedSlots, wantedRows } from './wanted-slots.ts';

/** What a publication does, in slots. */
export interface SlotChanges {
  /** new, or open again after having been withdrawn */
  readonly made: number;
  /** with other desks or, when nobody has them, another end */
  readonly changed: number;
  /** no longer wanted, and nobody had them */
  readonly withdrawn: number;
  /** not as the rules want them, and kept because somebody has them */
  readonly keptTaken: number;
  /** slots with more people than the rules now give desks to */
  readonly uncovered: readonly UncoveredSlot[];
}

export interface UncoveredSlot {
  readonly slotId: string;
  readonly seats: number;
}

/** Compares the slots a planner has after an instant with the wanted ones. Writes nothing. */
export async function slotChanges(
  db: Db | Tx,
  request: { plannerId: number; after: Temporal.Instant; wanted: WantedSlots },
): Promise<SlotChanges> {
  const { rows } = await sql<SlotChanges>`
    WITH wanted AS MATERIALIZED ${wantedRows(request.wanted)},
    existing AS (
      SELECT * FROM slot WHERE planner_id = ${request.plannerId} AND starts_at > ${request.after}
    ), compared AS (
      SELECT s.id, coalesce(s.taken, 0) AS taken, coalesce(s.planned, 0) AS had, coalesce(w.planned, 0) AS wants,
             s.ends_at IS DISTINCT FROM w.ends_at AS other_end
      FROM existing s FULL JOIN wanted w ON w.starts_at = s.starts_at
    )
    SELECT count(*) FILTER (WHERE had = 0 AND wants > 0)::int AS made,
           count(*) FILTER (WHERE had > 0 AND wants > 0 AND (had <> wants OR other_end AND taken = 0))::int AS changed,
           count(*) FILTER (WHERE had > 0 AND wants = 0 AND taken = 0)::int AS withdrawn,
           count(*) FILTER (WHERE taken > 0 AND (taken > wants OR other_end))::int AS "keptTaken",
           coalesce(jsonb_agg(jsonb_build_object('slotId', id::text, 'seats', taken - wants)) FILTER (WHERE taken > wants), '[]')
             AS uncovered
    FROM compared`.execute(db);
  return rows[0] ?? { made: 0, changed: 0, withdrawn: 0, keptTaken: 0, uncovered: [] };
}
