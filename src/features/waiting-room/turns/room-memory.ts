import type { RoomNow } from './rooms.ts';
import { type Places, firstNotBefore, type RoomFacts, ticketStates } from './standing.rules.ts';
import type { RoomRow, TicketNews } from './room-rows.query.ts';

/** What a process keeps of a room. */
export interface RoomMemory {
  now: RoomNow;
  facts: RoomFacts;
  timeZone: string;
  /** milliseconds of the epoch; null while it has not */
  endedAt: number | null;
  places: Places & { gone: number[]; turnEnds: Map<number, number> };
  /** tickets were read up to here, in milliseconds of the epoch; 0: never */
  readTo: number;
  turnsReadTo: number;
}

const codeOf = new Map(ticketStates.map((state, code) => [state as string, code]));
const admitted = codeOf.get('admitted') ?? 1;
const leftEarly = new Set(['left', 'displaced', 'over', 'not-drawn'].map((state) => codeOf.get(state)));

export function newMemory(row: RoomRow, asOf: Temporal.Instant): RoomMemory {
  const places = { drawn: null, drawnPlaces: 0, gone: [], states: new Uint8Array(0), turnEnds: new Map() };
  return { ...seen(row, asOf), places, readTo: 0, turnsReadTo: 0 };
}

/** The room itself as it stands now. */
export function noteRoom(memory: RoomMemory, row: RoomRow, asOf: Temporal.Instant): void {
  Object.assign(memory, seen(row, asOf));
  const { places } = memory;
  const from = memory.now.admittedThrough;
  if ((places.gone[0] ?? Infinity) <= from) places.gone.splice(0, firstNotBefore(places.gone, from + 1));
}

/** The order that was drawn: numbers by place. */
export function noteOrder(memory: RoomMemory, numbers: readonly number[], drawnTo: number): void {
  const drawn = new Int32Array(drawnTo + 1);
  for (const [at, number] of numbers.entries()) drawn[number] = at + 1;
  const { states } = memory.places;
  memory.places = { ...memory.places, drawn, drawnPlaces: numbers.length, gone: [] };
  for (const [number, code] of states.entries()) if (leftEarly.has(code)) noteGone(memory, number);
}

/** Tickets that changed; the same news twice changes nothing. */
export function noteTickets(memory: RoomMemory, news: TicketNews): void {
  let states = memory.places.states;
  const most = highest(news.numbers);
  if (most >= states.length) {
    const grown = new Uint8Array(Math.max(most + 1, memory.now.people + 1, Math.ceil(states.length * 1.25)));
    grown.set(states);
    states = grown;
    memory.places = { ...memory.places, states };
  }
  for (const [at, number] of news.numbers.entries()) {
    const code = news.states[at] ?? 0;
    const before = states[number];
    // A turn that ended is not begun again by older news.
    if (before === code || (code === admitted && (before ?? 0) > admitted)) continue;
    states[number] = code;
    const ends = news.turnEnds[at];
    if (code === admitted && ends) memory.places.turnEnds.set(number, ends);
    else memory.places.turnEnds.delete(number);
    if (before === 0 && leftEarly.has(code)) noteGone(memory, number);
  }
}

function noteGone(memory: RoomMemory, number: number): void {
  const { places, now } = memory;
  if (now.drawn === null || places.drawn === null) return;
  const place = number > now.drawn ? number : places.drawn[number];
  if (!place || place <= now.admittedThrough) return;
  places.gone.splice(firstNotBefore(places.gone, place), 0, place);
}

// Not by Math.max: a hundred thousand arguments are more than a call takes.
function highest(numbers: readonly number[]): number {
  let most = -1;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

function seen(row: RoomRow, asOf: Temporal.Instant): Pick<RoomMemory, 'now' | 'facts' | 'timeZone' | 'endedAt'> {
  const { timeZone, endedAt, gatedFrom, gatedTo, ...rest } = row;
  const gate = gatedFrom && gatedTo ? { from: gatedFrom, to: gatedTo } : null;
  const { state, outcome, admittedThrough, free, pace, people, drawn } = row;
  return {
    timeZone,
    endedAt: endedAt && endedAt.epochMilliseconds,
    now: { ...rest, gate, asOf },
    facts: { state, outcome, admittedThrough, free, pace, people, drawn, opensAt: row.opensAt.epochMilliseconds },
  };
}
