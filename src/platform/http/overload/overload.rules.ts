/**
 * What a request is to somebody. `decoration`, `reading` without a login and `join` (a new place in a queue) are shed in
 * this order. `vital` is what somebody has begun or is owed (a seat, a booking, a confirmation, one's place), and `desk` is
 * who works: neither ever is.
 */
export type LoadClass = 'decoration' | 'reading' | 'join' | 'vital' | 'desk';

/** 0: calm; each level sheds one class more. */
export type Level = 0 | 1 | 2 | 3;

/** What one process measures of itself. */
export interface Measures {
  /** how late its event loop comes round, in milliseconds, on average of the last moment */
  readonly delay: number;
  /** share of that moment in which it was at work: 0 to 1 */
  readonly utilisation: number;
  /** requests being answered */
  readonly requests: number;
  /** requests that wait for a database connection */
  readonly database: number;
  /** requests that wait for a batch of seats */
  readonly seats: number;
}

/** From where on each is too much. */
export type Limits = Pick<Measures, 'delay' | 'requests' | 'database' | 'seats'>;

export interface Load {
  readonly level: Level;
  /** since when it has been calm enough for the level below, in milliseconds; undefined while it is not */
  readonly calmerSince: number | undefined;
}

export const calm: Load = { level: 0, calmerSince: undefined };

/** How far beyond the limits each level begins. */
const begins = [1, 1.5, 2.5] as const;

/** A level ends when the pressure has been below this share of its beginning for so long, in milliseconds. */
const endsBelow = 0.7;
const endsAfter = 3_000;

/** A loop that is late though it has little to do waits for a machine that is busy with others: shedding would not help. */
const atWork = 0.8;

/** The pressure: 1 where the worst of the measures reaches its limit. */
export function pressureOf(measured: Measures, limits: Limits): number {
  return Math.max(
    measured.utilisation >= atWork ? measured.delay / limits.delay : 0,
    measured.requests / limits.requests,
    measured.database / limits.database,
    measured.seats / limits.seats,
  );
}

/** Up at once, down one level at a time and only after a while, so that it does not flap. `now` in milliseconds. */
export function nextLoad(load: Load, pressure: number, now: number): Load {
  const reached = begins.filter((begin) => pressure >= begin).length as Level;
  if (reached > load.level) return { level: reached, calmerSince: undefined };
  const begin = begins[load.level - 1];
  if (begin === undefined || pressure >= begin * endsBelow) return { level: load.level, calmerSince: undefined };
  const calmerSince = load.calmerSince ?? now;
  if (now - calmerSince < endsAfter) return { level: load.level, calmerSince };
  return { level: (load.level - 1) as Level, calmerSince: undefined };
}

const shedFrom: Readonly<Record<LoadClass, number>> = {
  decoration: 1,
  reading: 2,
  join: 3,
  vital: Infinity,
  desk: Infinity,
};

/** Whether a request of this class is put off; of reading, only that of people nobody knows. */
export function isShed(what: LoadClass, { level, anonymous }: { level: Level; anonymous: boolean }): boolean {
  return level >= shedFrom[what] && (what !== 'reading' || anonymous);
}

/** When to come back, in seconds: not all at once. `chance` from 0 to 1. */
export function retryAfter(what: LoadClass, chance: number): number {
  const [least, spread] = what === 'join' ? [10, 10] : what === 'decoration' ? [20, 20] : [5, 5];
  return least + Math.round(chance * spread);
}
