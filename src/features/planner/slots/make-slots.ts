import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { type SlotChanges, slotChanges } from './slot-changes.query.ts';
import { type WantedSlots, wantedRows } from './wanted-slots.ts';

/** Locks the slots of planners after an instant in id order, as every writer does: of several planners all at once. */
export async function lockSlots(
  tx: Tx,
  request: { plannerIds: readonly number[]; after: Temporal.Instant },
): Promise<void> {
  await sql`
    SELECT count(*) FROM (SELECT FROM slot WHERE planner_id = ANY (${request.plannerIds}::int[]) AND starts_at > ${request.after}
                          ORDER BY id FOR NO KEY UPDATE) AS locked`.execute(tx);
}

/**
 * Makes the slots of a planner after an instant be the wanted ones, without touching a seat that is taken: a slot that
 * somebody has keeps its row, its end and its seats, and never opens again beyond what the rules want. What is open by now
 * stays open, and what the office opens by itself keeps its moment: a rule decides about the rest.
 *
 * Slots are locked first. No row is deleted: a slot withdrawn may be on somebody's
 * screen, or in a hold that is over, and comes back as itself when it is wanted again.
 */
export async function makeSlots(
  tx: Tx,
  request: {
    plannerId: number;
    after: Temporal.Instant;
    now: Temporal.Instant;
    wanted: WantedSlots;
    /** seats that are open by now, and would open later: closed again */
    close?: boolean | undefined;
  },
): Promise<SlotChanges> {
  const { plannerId, after, now, wanted, close = false } = request;
  await lockSlots(tx, { plannerIds: [plannerId], after });
  // A statement of its own, after the lock: it sees the seats as they are now.
  const changes = await slotChanges(tx, request);
  await sql`
    WITH asked AS MATERIALIZED ${wantedRows(wanted)},
    wanted AS MATERIALIZED (
      SELECT a.starts_at, a.ends_at, a.day, a.planned,
             CASE WHEN s.release_id IS NOT NULL OR (s.planned > 0 AND s.opens_at <= ${now} AND NOT ${close}::boolean)
                  THEN s.opens_at ELSE a.opens_at END AS opens_at
      FROM asked a LEFT JOIN slot s ON s.planner_id = ${plannerId} AND s.starts_at = a.starts_at
    ),
    changed AS (
      UPDATE slot s
      SET planned = w.planned, capacity = greatest(w.planned, s.taken), day = w.day, opens_at = w.opens_at,
          ends_at = CASE WHEN s.taken = 0 THEN w.ends_at ELSE s.ends_at END
      FROM wanted w
      WHERE s.planner_id = ${plannerId} AND s.starts_at = w.starts_at
        AND (s.planned <> w.planned OR s.capacity <> greatest(w.planned, s.taken) OR s.opens_at <> w.opens_at
             OR s.day <> w.day OR (s.taken = 0 AND s.ends_at <> w.ends_at))
    ), withdrawn AS (
      UPDATE slot s SET planned = 0, capacity = s.taken
      WHERE s.planner_id = ${plannerId} AND s.starts_at > ${after} AND (s.planned > 0 OR s.capacity > s.taken)
        AND NOT EXISTS (SELECT FROM wanted w WHERE w.starts_at = s.starts_at)
    )
    INSERT INTO slot (planner_id, starts_at, ends_at, day, opens_at, planned, capacity)
    SELECT ${plannerId}, w.starts_at, w.ends_at, w.day, w.opens_at, w.planned, w.planned
    FROM wanted w
    WHERE NOT EXISTS (SELECT FROM slot s WHERE s.planner_id = ${plannerId} AND s.starts_at = w.starts_at)
    ORDER BY w.starts_at
    ON CONFLICT ON CONSTRAINT slot_once DO NOTHING`.execute(tx);
  return changes;
}
