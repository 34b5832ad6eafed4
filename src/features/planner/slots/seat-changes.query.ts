import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { type WantedSlots, wantedRows } from './wanted-slots.ts';

/** A day of a planner before and after a change of its slots, in seats. */
export interface DaySeats {
  readonly day: Temporal.PlainDate;
  readonly before: number;
  readonly after: number;
  /** of those after, the ones nobody has */
  readonly free: number;
}

/** A slot with more people than it will have seats for. */
export interface TightSlot {
  readonly slotId: string;
  readonly taken: number;
  readonly before: number;
  readonly after: number;
}

/** Compares the slots a planner has between two instants with the wanted ones, day by day. Writes nothing. */
export async function seatChanges(
  db: Db | Tx,
  request: { plannerId: number; after: Temporal.Instant; wanted: WantedSlots },
): Promise<{ days: DaySeats[]; tight: TightSlot[] }> {
  const { rows } = await sql<DaySeats & { tight: TightSlot[] }>`
    WITH wanted AS MATERIALIZED ${wantedRows(request.wanted)},
    compared AS (
      SELECT s.id, coalesce(w.day, s.day) AS day, coalesce(s.taken, 0) AS taken, coalesce(s.planned, 0) AS before,
             coalesce(w.planned, 0) AS after
      FROM (SELECT * FROM slot WHERE planner_id = ${request.plannerId} AND starts_at > ${request.after}) AS s
      FULL JOIN wanted w ON w.starts_at = s.starts_at
    )
    SELECT day, sum(before)::int AS before, sum(after)::int AS after, sum(greatest(after - taken, 0))::int AS free,
           coalesce(jsonb_agg(jsonb_build_object('slotId', id::text, 'taken', taken, 'before', before, 'after', after))
                    FILTER (WHERE taken > after), '[]') AS tight
    FROM compared GROUP BY day ORDER BY day`.execute(db);
  return {
    days: rows.map(({ day, before, after, free }) => ({ day, before, after, free })),
    tight: rows.flatMap((row) => row.tight),
  };
}
