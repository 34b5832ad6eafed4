import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { drawRoom } from '../draw/draw-room.ts';
import { type KnownRooms, moves } from './known-rooms.ts';

/** A room is advanced once in so long, by whichever process comes first. */
const least = '0.2 seconds';

/** Moves on every room that moves at this moment. */
export async function advanceRooms(
  deps: Pick<Deps, 'db' | 'secrets' | 'clock' | 'log'>,
  known: KnownRooms,
): Promise<void> {
  const now = deps.clock.now();
  for (const memory of known.byId.values())
    if (moves(memory, now)) await advanceRoom(deps, { roomId: memory.now.id, now });
}

/** Moves one room on: turns end and begin, its order is found once it is closed, and it ends. */
export async function advanceRoom(
  deps: Pick<Deps, 'db' | 'secrets' | 'log'>,
  { roomId, now }: { roomId: number; now: Temporal.Instant },
): Promise<void> {
  const state = await advance(deps, { roomId, now, atLeast: least });
  if (state !== 'draw') return;
  const outcome = await drawRoom(deps, { roomId, now });
  // Nothing was promised of this room's order: it is the one they came in.
  if (outcome === 'no-draw')
    await sql`UPDATE room SET drawn = 0 WHERE id = ${roomId} AND drawn IS NULL`.execute(deps.db);
  if (outcome === 'drawn' || outcome === 'no-draw') await advance(deps, { roomId, now, atLeast: '0 seconds' });
}

async function advance(
  { db }: Pick<Deps, 'db'>,
  { roomId, now, atLeast }: { roomId: number; now: Temporal.Instant; atLeast: string },
): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    SELECT advance_room(${roomId}, ${now}, ${atLeast}::interval) AS state`.execute(db);
  return rows[0]?.state ?? 'ended';
}
