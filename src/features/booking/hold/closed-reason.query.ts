import { sql } from 'kysely';
import { type BookingWindow, outsideWindow } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';

/** Why a slot cannot be held: it opens later, it is past or too near, or it is not this service's. */
export async function closedReason(
  db: Db,
  filter: { slot: string; now: Temporal.Instant },
): Promise<'not-open' | 'beyond-horizon' | 'slot-full'> {
  const { rows } = await sql<{ opens_at: Temporal.Instant; capacity: number }>`
    SELECT opens_at, capacity FROM slot WHERE id = ${filter.slot}`.execute(db);
  const [slot] = rows;
  if (slot === undefined || slot.capacity === 0) return 'slot-full';
  return Temporal.Instant.compare(slot.opens_at, filter.now) > 0 ? 'beyond-horizon' : 'not-open';
}

/** Why a slot may not be held by the offering's own horizon or notice. Asked only of offerings that have one. */
export async function outsideOwnWindow(
  db: Db,
  filter: { slot: string; window: BookingWindow; now: Temporal.Instant },
): Promise<'not-open' | 'beyond-horizon' | undefined> {
  const { rows } = await sql<{ day: Temporal.PlainDate; startsAt: Temporal.Instant }>`
    SELECT day, starts_at AS "startsAt" FROM slot WHERE id = ${filter.slot}`.execute(db);
  const [slot] = rows;
  return slot && outsideWindow(filter.window, slot, filter.now);
}
