import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { RoomNow, Rooms } from '../turns/rooms.ts';
import { bringTicket } from './bring-ticket.ts';
import { gates } from './gates.rules.ts';

/** A wish for seats by somebody of the public. */
export interface GatedWish {
  /** of the hold, if it is won */
  readonly holdId: string;
  readonly offeringId: number;
  readonly party: number;
  readonly accountId: number | null;
  /** as sent; without it the account's own is looked for */
  readonly ticket: string | undefined;
  /** the slot where the visit starts; undefined for the earliest seat there is */
  readonly slot: string | undefined;
  readonly now: Temporal.Instant;
}

/** Seats that are not for the one who asks: they open between two instants, or all of some planners. */
export interface ClosedSeats {
  readonly plannerIds: readonly number[];
  readonly window: { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | null;
}

export type GateRefusal = 'queue-required' | 'not-the-ticket-holder';

/** Where people wait for their turn before they may ask for seats. */
export interface Gate {
  /** Counts the wish; where rooms stand before the offering, finds out whose turn it is. Otherwise nothing is asked of the database. */
  pass(db: Db, wish: GatedWish): Promise<Outcome<{ closed: readonly ClosedSeats[] }, GateRefusal>>;
  /** Whether a slot is only for those whose turn it is. */
  stands(db: Db, wish: { offeringId: number; slot: string; now: Temporal.Instant }): Promise<boolean>;
}

const open = { ok: true, closed: [] } as const;

/** Where there are no rooms. */
export const openGate: Gate = { pass: async () => open, stands: async () => false };

export function createGate(rooms: Rooms): Gate {
  const over = (offeringId: number, now: Temporal.Instant) =>
    rooms.allOver(offeringId).filter((room) => gates(room, now));
  return {
    async pass(db, wish) {
      rooms.noteDemand(wish.offeringId);
      const standing = over(wish.offeringId, wish.now);
      if (standing.length === 0) return open;
      const before = wish.slot === undefined ? undefined : await roomBefore(db, { slot: wish.slot, rooms: standing });
      if (wish.slot !== undefined && before === undefined) return open;
      const wanted = before ? [before] : standing;
      const brought = await bringTicket(db, rooms, { ...wish, roomIds: wanted.map(({ id }) => id) });
      // The earliest seat may be one that nobody waits for.
      if (!brought.ok && (before || wish.ticket !== undefined)) return brought;
      const own = brought.ok ? brought.roomId : undefined;
      return { ok: true, closed: before ? [] : standing.filter(({ id }) => id !== own).map(closedBy) };
    },
    async stands(db, { offeringId, slot, now }) {
      const standing = over(offeringId, now);
      return standing.length > 0 && (await roomBefore(db, { slot, rooms: standing })) !== undefined;
    },
  };
}

/** The room before a slot; a release's own comes before one over all that is open. */
async function roomBefore(
  db: Db,
  { slot, rooms }: { slot: string; rooms: readonly RoomNow[] },
): Promise<RoomNow | undefined> {
  const { rows } = await sql<{ plannerId: number; opensAt: Temporal.Instant }>`
    SELECT planner_id AS "plannerId", opens_at AS "opensAt" FROM slot WHERE id = ${slot}`.execute(db);
  const [found] = rows;
  if (found === undefined) return undefined;
  const own = rooms.filter(({ plannerIds }) => plannerIds.includes(found.plannerId));
  return own.find(({ gate }) => gate && isWithin(found.opensAt, gate)) ?? own.find(({ gate }) => gate === null);
}

function isWithin(at: Temporal.Instant, { from, to }: { from: Temporal.Instant; to: Temporal.Instant }): boolean {
  return Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) <= 0;
}

function closedBy({ plannerIds, gate }: RoomNow): ClosedSeats {
  return { plannerIds, window: gate };
}
