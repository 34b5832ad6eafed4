import { availableParallelism } from 'node:os';
import { HttpProblem } from '#platform/http/problem.ts';

/** Lets few pictures be decoded at a time, so that memory and processors are bounded. */
export interface PhotoQueue {
  /** @throws 503 when too many wait */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function createPhotoQueue(limits: { atOnce?: number; waiting?: number } = {}): PhotoQueue {
  // One processor stays with the pages.
  const { atOnce = Math.max(1, Math.min(2, availableParallelism() - 1)), waiting = 20 } = limits;
  const line: (() => void)[] = [];
  let busy = 0;

  async function enter(): Promise<void> {
    if (busy < atOnce) {
      busy += 1;
      return;
    }
    if (line.length >= waiting) throw new HttpProblem(503, 'overloaded', { headers: { 'retry-after': '10' } });
    const { promise, resolve } = Promise.withResolvers<void>();
    line.push(resolve);
    await promise;
  }

  // Whoever leaves gives the place on: it is never free for a moment in between.
  function leave(): void {
    const next = line.shift();
    if (next) next();
    else busy -= 1;
  }

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

/** The one of this process. */
export const photoQueue = createPhotoQueue();
