import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Requests at even distances, whether or not the last one was answered. */
export interface SteadyWish {
  readonly port: number;
  readonly paths: readonly string[];
  /** for those that need to be logged in */
  readonly token: string;
  readonly perSecond: number;
}

export interface SteadyResult {
  readonly answered: number;
  /** other than 200, or a broken connection */
  readonly wrong: number;
  /** milliseconds from when a request was due to the last byte of its answer */
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
}

/** Asks for pages from a process of its own until `stop`. */
export function askSteadily(wish: SteadyWish): { stop: () => Promise<SteadyResult> } {
  const { promise, resolve, reject } = Promise.withResolvers<SteadyResult>();
  const child = fork(fileURLToPath(new URL('steady-process.ts', import.meta.url)));
  child.once('message', (result) => resolve(result as SteadyResult));
  child.once('error', reject);
  child.once('exit', (code) => reject(new Error(`asking for pages ended with ${code}`)));
  child.send(wish);
  return {
    stop: () => {
      child.send('stop');
      return promise;
    },
  };
}
