import { sql } from 'kysely';
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
