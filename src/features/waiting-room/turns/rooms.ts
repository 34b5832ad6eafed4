import type { Deps } from '#platform/deps.ts';
import { repeat } from '#platform/loop.ts';
import { microBatch } from '#platform/micro-batch.ts';
import { shortCache } from '#platform/short-cache.ts';
import { inTries } from '#platform/transaction.ts';
import { joinBatch, type JoinAnswer, type JoinRequest } from '../ticket/join-batch.ts';
import { ticketReader } from '../ticket/known-tickets.ts';
import type { TicketName } from '../ticket/ticket-name.ts';
import { type Demand, watchDemand } from '../demand/watch-demand.ts';
import { gates } from '../gate/gates.rules.ts';
import { advanceRooms } from './advance.ts';
import { knownRooms } from './known-rooms.ts';
import { type PlainStanding, standingIn } from './standing.rules.ts';
import type { Ordering } from '../tables.ts';

/** A live room, as every process knows it from a moment ago; for showing and for the gate, never for giving seats. */
export interface RoomNow {
  readonly id: number;
  readonly code: string;
  readonly officeId: number;
  readonly plannerIds: readonly number[];
  readonly offeringIds: readonly number[];
  readonly ordering: Ordering;
  readonly state: 'announced' | 'joining' | 'closed' | 'admitting' | 'ended';
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly opensAt: Temporal.Instant;
  /** only slots that open between these need a ticket; null: all of the planners */
  readonly gate: { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | null;
  readonly turnSeconds: number;
  /** tickets given so far */
  readonly people: number;
  /** how many were drawn; null until the order is known */
  readonly drawn: number | null;
  /** places up to this have had their turn */
  readonly admittedThrough: number;
  /** seats that are free as of `asOf`, those of the release that are still to open among them */
  readonly free: number;
  /** tickets per minute that got their turn lately; null before there is a pace */
  readonly pace: number | null;
  readonly outcome: 'sold-out' | 'emptied' | 'cancelled' | null;
  readonly asOf: Temporal.Instant;
}

/** Where somebody stands. */
export interface Standing {
  readonly room: RoomNow;
  readonly number: number;
  /** the service waited for: the ticket says so itself */
  readonly offeringId: number;
  /** since when: the ticket says so itself */
  readonly joinedAt: Temporal.Instant;
  readonly state: 'waiting' | 'admitted' | 'ended';
  readonly outcome: 'booked' | 'sold-out' | 'lapsed' | 'left' | 'displaced' | 'not-drawn' | 'cancelled' | null;
  /** the place in the order; null before the order is known */
  readonly position: number | null;
  /** people before them whose turn has not come; null before the order is known */
  readonly ahead: number | null;
  /** when the turn is likely to come; null where nobody can say */
  readonly estimatedAt: Temporal.Instant | null;
  /** when the turn ends, while it lasts */
  readonly admittedUntil: Temporal.Instant | null;
  /** seconds until it is worth asking again */
  readonly pollAfter: number;
}

/** What one process knows of all live rooms. Reading asks the database nothing. */
export interface Rooms {
  /** The room that stands before the seats of an offering now, if any: rather one where turns have begun. */
  overOffering(offeringId: number, now: Temporal.Instant): RoomNow | undefined;
  /** All of them: a release's own, and one over what is open already. */
  allOver(offeringId: number): readonly RoomNow[];
  byCode(code: string): RoomNow | undefined;
  /** All that have not ended, and those that ended within a day. */
  all(): readonly RoomNow[];
  /** The standing of the bearer of a signed ticket; undefined when it is not ours, or its room is long over. */
  ofTicket(signed: string, now: Temporal.Instant): Standing | undefined;
  /** The same of a ticket that was read from its row. */
  standingOf(ticket: TicketName, now: Temporal.Instant): Standing | undefined;
  /** The same in plain numbers, for those who ask by the thousand. */
  plainly(signed: string, now: number): PlainTicket | undefined;
  /** Gives a place, together with whoever joins at the same instant. */
  join(request: JoinRequest): Promise<JoinAnswer>;
  /** That a public request for seats of an offering came in: many at once switch a room on. */
  noteDemand(offeringId: number): void;
  /** Reads what is new, for somebody with a ticket that this process does not know: at most a few times in a second. */
  refresh(): Promise<void>;
  /** Moves rooms on and reads what is new, now; the clock does so by itself. */
  pulse(): Promise<void>;
  close(): Promise<void>;
}

export interface PlainTicket {
  readonly name: TicketName;
  readonly room: RoomNow;
  readonly timeZone: string;
  readonly standing: PlainStanding;
}

/** Milliseconds between two pulses while something moves. */
const pulseEvery = 250;
/** All rooms are looked at with one pulse in so many. */
const rest = 4;

/** The rooms of this process; `load` says how many seat requests wait, which may ask for one. */
export function createRooms(
  deps: Deps,
  { load = () => 0, beats = true }: { load?: () => number; beats?: boolean } = {},
): Rooms {
  const known = knownRooms(deps);
  const demand: Demand = watchDemand(deps, {
    load,
    isWatched: (offeringId) => known.overOffering(offeringId).some(({ now: room }) => gates(room, deps.clock.now())),
  });
  const joins = microBatch<JoinRequest, JoinAnswer>({
    run: (requests) => inTries(() => joinBatch(deps.pool, requests)),
    lanes: 2,
    most: 300,
    queue: 50_000,
  });
  const read = ticketReader(deps.secrets);
  const refreshed = shortCache<boolean>({ milliseconds: pulseEvery, most: 1 });
  let beat = 0;

  async function pulse(how: 'all' | 'moving'): Promise<void> {
    await advanceRooms(deps, known);
    await known.read(how);
  }

  const loop = beats
    ? repeat('rooms', { every: pulseEvery, log: deps.log }, async () => {
        const isRest = beat % rest === 0;
        beat += 1;
        if (isRest && (await demand.check())) await known.read('all');
        await pulse(isRest ? 'all' : 'moving');
        return false;
      })
    : undefined;

  function plainOf(name: TicketName, now: number): PlainTicket | undefined {
    const memory = known.byId.get(name.roomId);
    if (memory === undefined) return undefined;
    const standing = standingIn({ room: memory.facts, places: memory.places }, name.number, now);
    return { name, room: memory.now, timeZone: memory.timeZone, standing };
  }

  function standingOf(name: TicketName, now: Temporal.Instant): Standing | undefined {
    const plain = plainOf(name, now.epochMilliseconds);
    if (plain === undefined) return undefined;
    const { standing, room } = plain;
    return {
      ...standing,
      room,
      number: name.number,
      offeringId: name.offeringId,
      joinedAt: name.joinedAt,
      estimatedAt: instant(standing.estimatedAt),
      admittedUntil: instant(standing.admittedUntil),
    };
  }

  return {
    overOffering: (offeringId) => known.overOffering(offeringId)[0]?.now,
    allOver: (offeringId) => known.overOffering(offeringId).map(({ now }) => now),
    byCode: (code) => known.byCode(code)?.now,
    all: () => [...known.byId.values()].map(({ now }) => now),
    standingOf,
    ofTicket(signed, now) {
      const name = read(signed);
      return name && standingOf(name, now);
    },
    plainly(signed, now) {
      const name = read(signed);
      return name && plainOf(name, now);
    },
    join: (request) => joins.submit(request),
    noteDemand: demand.note,
    refresh: () => refreshed('all', () => known.read('all').then(() => true)).then(() => undefined),
    async pulse() {
      await known.read('all');
      await pulse('all');
    },
    close: async () => loop?.stop(),
  };
}

function instant(milliseconds: number | null): Temporal.Instant | null {
  return milliseconds === null ? null : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
