import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One of the crowd: who they are, and what they will do. */
export interface CrowdPerson {
  readonly token: string;
  readonly person: {
    readonly givenName: string;
    readonly familyName: string;
    readonly birthDate: string;
    readonly codiceFiscale: string;
  };
  readonly habit: Habit;
}

/**
 * `steady` waits and books. `double` presses twice. `returns` loses its page and joins again. `leaves` gives its place up,
 * `vanishes` is never heard of again, and its turn runs out. `breaks` has a connection that is cut while it asks.
 */
export type Habit = 'steady' | 'double' | 'returns' | 'leaves' | 'vanishes' | 'breaks';

export interface Crowd {
  readonly port: number;
  readonly connections: number;
  readonly office: string;
  readonly service: string;
  readonly from: string;
  readonly to: string;
  readonly people: readonly CrowdPerson[];
  /** when joining begins, in milliseconds since 1970, and over how many people come */
  readonly joinsAt: number;
  readonly joinSeconds: number;
  /** whoever has heard nothing final by then never will */
  readonly limitSeconds: number;
}

/** How requests of one kind were answered, from the wish to send to the last byte, waiting for a connection included. */
export interface Answers {
  readonly count: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
}

export interface CrowdResult {
  readonly kinds: Readonly<Record<string, Answers>>;
  /** how it ended, by outcome; `untold` heard nothing final, `vanished` no longer asked */
  readonly outcomes: Readonly<Record<string, number>>;
  /** asked again, were given another number */
  readonly changedPlaces: number;
  readonly seconds: number;
  /** seconds after the opening at which the last seat was booked, and the last person told */
  readonly lastBooked: number;
  readonly cpu: number;
  /** connections that the server closed as a request was on its way; it was sent again */
  readonly closedWhileIdle: number;
  readonly pollsPerSecond: number;
}

/** Lets the crowd loose from a process of its own. */
export function letIn(crowd: Crowd): Promise<CrowdResult> {
  const { promise, resolve, reject } = Promise.withResolvers<CrowdResult>();
  const child = fork(fileURLToPath(new URL('crowd-process.ts', import.meta.url)), [], { serialization: 'advanced' });
  child.once('message', (result) => resolve(result as CrowdResult));
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`the crowd ended with ${code}`)));
  child.send(crowd);
  return promise;
}

/** Of a hundred people so many do otherwise than wait and book; by number, so that two runs have the same crowd. */
export function habitOf(index: number): Habit {
  const at = (index * 37) % 100;
  if (at < 5) return 'double';
  if (at < 8) return 'returns';
  if (at < 10) return 'leaves';
  if (at < 12) return 'vanishes';
  return at < 14 ? 'breaks' : 'steady';
}
