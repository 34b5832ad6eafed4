/** How people are put in order; without a room the fastest wins. */
export type Way = 'none' | 'first-come' | 'draw' | 'registration-draw';

export interface Expected {
  readonly seats: number;
  readonly people: number;
  readonly turnSeconds: number;
  /** of ten turns so many end with an appointment: 0 (exclusive) to 1 */
  readonly used: number;
  readonly way: Way;
}

/** What is likely to happen; estimates, not promises. */
export interface Foreseen {
  /** of a seat, for each person: 0 to 1 */
  readonly chance: number;
  /** how many people get a turn */
  readonly turns: number;
  /** seconds from the opening to the last seat, at most: every unused turn lasts to its end; null: seats are left */
  readonly lastSeconds: number | null;
  /** the same if everybody is as quick as usual */
  readonly quickSeconds: number | null;
  readonly seatsLeft: number;
}

/** Who uses a turn is done after this share of it. */
const quickShare = 0.4;

/**
 * As many turns at once as there are seats; seats of turns that nobody used come back when the turn is over, and go to the
 * next. Where seats are assigned nobody has a turn.
 */
export function foresee({ seats, people, turnSeconds, used, way }: Expected): Foreseen {
  const chance = people === 0 ? 1 : Math.min(1, seats / people);
  const seatsLeft = Math.max(0, seats - people);
  if (way === 'none' || way === 'registration-draw')
    return {
      chance,
      turns: Math.min(seats, people),
      lastSeconds: seatsLeft > 0 ? null : 0,
      quickSeconds: seatsLeft > 0 ? null : 0,
      seatsLeft,
    };
  let [left, waiting, waves, turns] = [seats, people, 0, 0];
  while (left >= 0.5 && waiting >= 1) {
    const called = Math.min(left, waiting);
    turns += called;
    waiting -= called;
    left = Math.max(0, left - called * used);
    waves += 1;
  }
  // Seats are whole: less than half of one is none.
  const rest = waiting >= 1 ? 0 : Math.round(left);
  const isOver = rest === 0;
  return {
    chance,
    turns: Math.round(turns),
    lastSeconds: isOver ? Math.max(waves - 1, 0) * turnSeconds + turnSeconds : null,
    quickSeconds: isOver ? Math.max(waves - 1, 0) * turnSeconds * quickShare + turnSeconds * quickShare : null,
    seatsLeft: rest,
  };
}

/** What an office knows of earlier releases. */
export interface History {
  /** people of earlier releases with a room, newest first */
  readonly people: readonly number[];
  /** earlier releases: seats, and seconds to the last one; null: some were left */
  readonly releases: readonly { readonly seats: number; readonly seconds: number | null }[];
  readonly waitingList: number;
  /** holds that were refused for want of a seat, where somebody counted them */
  readonly refused: number | null;
}

export type Basis = 'people' | 'speed' | 'waiting-list' | 'seats';

/** How many people to expect, and what that is based on. Whoever is on the waiting list comes too. */
export function expectPeople(history: History, seats: number): { people: number; basis: Basis } {
  const floor = history.waitingList;
  const atLeast = (people: number, basis: Basis): { people: number; basis: Basis } =>
    floor > people ? { people: floor, basis: 'waiting-list' } : { people: Math.round(people), basis };
  const known = history.people.slice(0, 5);
  if (known.length > 0) return atLeast(middle(known), 'people');
  const seen = history.releases.slice(0, 5);
  if (seen.length > 0) return atLeast(seats * middle(seen.map(pressure)), 'speed');
  if (floor > 0) return { people: Math.max(floor, seats), basis: 'waiting-list' };
  return { people: seats, basis: 'seats' };
}

/** People for each seat, guessed from how soon the last one went. */
function pressure({ seconds }: { readonly seconds: number | null }): number {
  if (seconds === null) return 0.8;
  if (seconds <= 60) return 8;
  if (seconds <= 600) return 4;
  if (seconds <= 3_600) return 2;
  return seconds <= 86_400 ? 1.3 : 1;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}
