import type { TicketState } from '../tables.ts';
import type { RoomNow, Standing } from './rooms.ts';
import { pollAfter } from './poll-after.rules.ts';

/** States of tickets as one byte each; their order is also that of `ticketStates` in SQL. */
export const ticketStates = [
  'waiting',
  'admitted',
  'booked',
  'lapsed',
  'left',
  'displaced',
  'not-drawn',
  'over',
] as const satisfies readonly TicketState[];

/** What is known of a room's tickets, as compactly as a hundred thousand of them ask for. */
export interface Places {
  /** by number: the place the draw gave, 0 for none; null before the order is known */
  readonly drawn: Int32Array | null;
  /** how many places the draw gave: those who had left are not among them */
  readonly drawnPlaces: number;
  /** places after `admittedThrough` whose tickets left before their turn, ascending */
  readonly gone: readonly number[];
  /** by number, an index of `ticketStates`; numbers beyond it wait */
  readonly states: Uint8Array;
  /** by number, in milliseconds of the epoch, of those whose turn it is */
  readonly turnEnds: ReadonlyMap<number, number>;
}

/** A standing in plain numbers: thousands are worked out in a second. */
export interface PlainStanding {
  readonly state: Standing['state'];
  readonly outcome: Standing['outcome'];
  readonly position: number | null;
  readonly ahead: number | null;
  /** milliseconds of the epoch */
  readonly estimatedAt: number | null;
  readonly admittedUntil: number | null;
  readonly pollAfter: number;
}

/** What of a room a standing depends on. */
export type RoomFacts = Pick<RoomNow, 'state' | 'outcome' | 'admittedThrough' | 'free' | 'pace' | 'people'> & {
  readonly drawn: number | null;
  /** milliseconds of the epoch */
  readonly opensAt: number;
};

export function standingIn(
  { room, places }: { room: RoomFacts; places: Places },
  number: number,
  now: number,
): PlainStanding {
  const state = ticketStates[places.states[number] ?? 0] ?? 'waiting';
  const position = placeOf(room, places, number);
  const outcome = outcomeOf(state, room);
  if (outcome !== null)
    return {
      ...ended,
      outcome,
      position,
      pollAfter: pollAfter({ state: 'ended', number, ahead: null, room, now, turns: 0 }),
    };
  const turns = places.turnEnds.size;
  if (state === 'admitted') {
    const until = places.turnEnds.get(number) ?? null;
    const poll = pollAfter({ state, number, ahead: 0, room, now, turns });
    return { state, outcome, position, ahead: 0, estimatedAt: null, admittedUntil: until, pollAfter: poll };
  }
  const ahead = position === null ? null : aheadOf(room, places, position);
  const poll = pollAfter({ state: 'waiting', number, ahead, room, now, turns });
  const estimatedAt = estimate({ room, ahead, turns }, now);
  return { state: 'waiting', outcome, position, ahead, estimatedAt, admittedUntil: null, pollAfter: poll };
}

const ended = { state: 'ended', ahead: null, estimatedAt: null, admittedUntil: null } as const;

function outcomeOf(state: TicketState, room: RoomFacts): Standing['outcome'] {
  switch (state) {
    case 'booked':
    case 'lapsed':
    case 'left':
    case 'displaced':
    case 'not-drawn':
      return state;
    case 'over':
      return room.outcome === 'cancelled' ? 'cancelled' : 'sold-out';
    case 'waiting':
    case 'admitted':
      // Rows follow a room that has ended; whoever asks is told at once.
      if (room.state !== 'ended') return null;
      if (room.outcome === 'cancelled') return 'cancelled';
      return state === 'admitted' ? 'lapsed' : 'sold-out';
  }
}

/** The place in the order: drawn, or after the drawn ones as they came. */
function placeOf(room: RoomFacts, { drawn }: Places, number: number): number | null {
  if (room.drawn === null || drawn === null) return null;
  return number > room.drawn ? number : drawn[number] || null;
}

/** Those before a place whose turn has not come and who still wait. */
function aheadOf(room: RoomFacts, { drawnPlaces, gone }: Places, place: number): number {
  const { admittedThrough: from, drawn } = room;
  if (place <= from) return 0;
  // Between the last place drawn and the first late one nobody stands.
  const none = place > (drawn ?? 0) ? Math.max(0, (drawn ?? 0) - Math.max(drawnPlaces, from)) : 0;
  return Math.max(0, place - 1 - from - none - firstNotBefore(gone, place));
}

/** How many of an ascending list lie before a value. */
export function firstNotBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By the pace of the last minutes; nobody can say it of a turn that comes only if others leave their seats. */
function estimate(
  { room, ahead, turns }: { room: RoomFacts; ahead: number | null; turns: number },
  now: number,
): number | null {
  if (ahead === null || ahead >= room.free + turns) return null;
  if (room.state !== 'admitting') return ahead < room.free ? room.opensAt : null;
  if (room.pace === null || room.pace < 0.05) return null;
  const at = now + (ahead / room.pace) * 60_000;
  return Math.ceil(at / 60_000) * 60_000;
}
