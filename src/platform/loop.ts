import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface Loop {
  /** Lets the round under way finish. */
  stop(): Promise<void>;
}

const longestPause = 5_000;

/**
 * Does something again and again, at most once at a time. A round that answers true had more to do than it could, and
 * the next one follows at once; after a failure the pauses grow up to five seconds, so that a database may come back.
 */
export function repeat(
  name: string,
  options: { every: number; log: Logger },
  round: () => Promise<boolean | undefined>,
): Loop {
  const ending = new AbortController();
  const ended = run();
  return {
    stop: () => {
      ending.abort();
      return ended;
    },
  };

  async function run(): Promise<void> {
    let failures = 0;
    while (!ending.signal.aborted) {
      let more = false;
      try {
        more = (await round()) === true;
        failures = 0;
      } catch (error) {
        failures += 1;
        options.log.warn({ err: error, loop: name, failures }, 'a round failed and will be tried again');
      }
      if (more) continue;
      const wait = Math.min(options.every * 2 ** Math.min(failures, 10), Math.max(longestPause, options.every));
      await pause(wait, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }
}
