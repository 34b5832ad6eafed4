import type { Deps } from '#platform/deps.ts';
import { newMemory, noteOrder, noteRoom, noteTickets, type RoomMemory } from './room-memory.ts';
import { readOrder, readRooms, readTickets, type RoomRow } from './room-rows.query.ts';

/** Rooms that ended are remembered for a day: their tickets are still asked about. */
const remembered = 24 * 3_600_000;
/** Rows of bookings are written with the instant their request came in, by clocks that may differ: so much is read again. */
const overlap = 10_000;
/** A room may be cancelled with turns under way; what becomes of them is still followed. */
const followedAfterEnd = 15 * 60_000;

/** What this process knows of rooms; `read` brings it up to date. */
export interface KnownRooms {
  readonly byId: ReadonlyMap<number, RoomMemory>;
  overOffering(offeringId: number): readonly RoomMemory[];
  byCode(code: string): RoomMemory | undefined;
  /** All rooms, or only what moves at this moment. */
  read(how: 'all' | 'moving'): Promise<void>;
}

export function knownRooms(deps: Pick<Deps, 'db' | 'clock'>): KnownRooms {
  const byId = new Map<number, RoomMemory>();
  let readOnce = false;
  let byOffering = new Map<number, RoomMemory[]>();

  async function read(how: 'all' | 'moving'): Promise<void> {
    const now = deps.clock.now();
    const moving = [...byId.values()].filter((memory) => moves(memory, now));
    if (how === 'moving' && moving.length === 0) return;
    const rows = await readRooms(deps.db, {
      endedSince: now.subtract({ milliseconds: readOnce ? followedAfterEnd : remembered }),
      only: how === 'moving' ? moving.map((memory) => memory.now.id) : undefined,
    });
    for (const row of rows) await readOne(row, now);
    if (how === 'all') {
      readOnce = true;
      const there = new Set(rows.map(({ id }) => id));
      const oldest = now.epochMilliseconds - remembered;
      for (const [id, { endedAt }] of byId) if (endedAt === null ? !there.has(id) : endedAt < oldest) byId.delete(id);
    }
    byOffering = index(byId.values());
  }

  async function readOne(row: RoomRow, now: Temporal.Instant): Promise<void> {
    const known = byId.get(row.id);
    const isNew = known === undefined;
    const memory = known ?? newMemory(row, now);
    // The order first, so that what is seen of tickets finds their places.
    const orderIsNew = row.drawn !== null && row.drawn > 0 && memory.places.drawn === null;
    const order = orderIsNew ? await readOrder(deps.db, row.id) : undefined;
    const news = needsTickets(memory, row) ? await readNews(memory, row) : undefined;
    noteRoom(memory, row, now);
    if (row.drawn !== null && (order || memory.places.drawn === null)) noteOrder(memory, order ?? [], row.drawn);
    if (news) {
      noteTickets(memory, news);
      memory.readTo = now.epochMilliseconds;
      memory.turnsReadTo = Math.max(memory.turnsReadTo, ...news.turnEnds);
    }
    if (isNew) byId.set(row.id, memory);
  }

  function readNews(memory: RoomMemory, row: RoomRow) {
    return readTickets(deps.db, {
      roomId: row.id,
      ended: row.state === 'ended',
      settledSince: instantOf(memory.readTo - overlap),
      turnsSince: instantOf(memory.turnsReadTo - overlap),
    });
  }

  return {
    byId,
    read,
    overOffering: (offeringId) => byOffering.get(offeringId) ?? [],
    byCode(code) {
      for (const memory of byId.values()) if (memory.now.code === code) return memory;
      return undefined;
    },
  };
}

/** Its times or its turns are changing now. */
export function moves({ now: room }: RoomMemory, now: Temporal.Instant): boolean {
  if (room.state === 'ended') return false;
  return room.state !== 'announced' || room.joinsAt.epochMilliseconds - now.epochMilliseconds < 2_000;
}

function needsTickets(memory: RoomMemory, row: RoomRow): boolean {
  if (row.people === 0) return false;
  return row.endedAt === null || memory.readTo < row.endedAt.epochMilliseconds + followedAfterEnd;
}

/** Live rooms by the offerings they stand before: first those whose turns have begun, then by when they open. */
function index(rooms: Iterable<RoomMemory>): Map<number, RoomMemory[]> {
  const found = new Map<number, RoomMemory[]>();
  const live = [...rooms]
    .filter(({ now }) => now.state !== 'ended')
    .sort((a, b) => rank(a) - rank(b) || a.facts.opensAt - b.facts.opensAt || a.now.id - b.now.id);
  for (const memory of live)
    for (const offeringId of memory.now.offeringIds) found.set(offeringId, [...(found.get(offeringId) ?? []), memory]);
  return found;
}

function rank({ now: { state } }: RoomMemory): number {
  return state === 'admitting' ? 0 : state === 'announced' ? 2 : 1;
}

function instantOf(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.max(0, Math.floor(milliseconds)));
}
