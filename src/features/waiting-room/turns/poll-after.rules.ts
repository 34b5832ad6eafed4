import type { RoomFacts } from './standing.rules.ts';

const nearest = 3;
const inTurn = 15;
const furthest = 60;
/** Where the opening is more than an hour away. */
const restful = 300;
const afterEnd = 300;

/**
 * Seconds until it is worth asking again: few for those whose turn is near, more the further they stand, and never all at the
 * same instant. A hundred thousand people ask some two thousand times in a second.
 */
export function pollAfter(ask: {
  state: 'waiting' | 'admitted' | 'ended';
  number: number;
  /** null before the order is known */
  ahead: number | null;
  room: RoomFacts;
  /** how many have their turn */
  turns: number;
  now: number;
}): number {
  const { state, number, ahead, room, now, turns } = ask;
  const jitter = share(number);
  const spread = (seconds: number): number => Math.max(2, Math.round(seconds * (0.85 + 0.3 * jitter)));
  if (state === 'ended') return afterEnd;
  if (state === 'admitted') return spread(inTurn);
  const toOpen = (room.opensAt - now) / 1000;
  if (room.state !== 'admitting' && toOpen > 0) {
    const usual = spread(toOpen > 3600 ? restful : furthest);
    // The last time before the opening leads to the moments after it, a thousand people a second.
    return toOpen > usual * 1.3 ? usual : Math.ceil(toOpen + 1 + jitter * Math.min(20, room.people / 1000));
  }
  if (ahead === null) return spread(room.state === 'admitting' || toOpen > -60 ? nearest : furthest);
  if (ahead < Math.max(50, room.free)) return spread(nearest);
  if (room.pace === null || room.pace < 0.05) return spread(ahead < turns ? inTurn : furthest);
  return spread(Math.min(furthest, Math.max(5, ((ahead / room.pace) * 60) / 5)));
}

/** Between 0 and 1, the same for a ticket always, spread evenly over neighbours. */
function share(number: number): number {
  return (Math.imul(number, 0x9e3779b1) >>> 0) / 2 ** 32;
}
