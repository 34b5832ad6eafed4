import { setTimeout as pause } from 'node:timers/promises';

export interface Running {
  /** Resolves, with the way it ended, when it is no more. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface Kept {
  /** Ends what runs now, so that it comes up again with new settings. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const firstPause = 200;
const longestPause = 3_000;
const settled = 30_000;

/**
 * Starts something and, once it has started, starts it again whenever it ends, after a pause that grows while it keeps
 * failing. Whatever goes wrong at the very first start is thrown.
 */
export async function keepRunning(
  name: string,
  launch: () => Promise<Running>,
  say: (sentence: string) => void,
): Promise<Kept> {
  let current: Running | undefined = await launch();
  const stopping = new AbortController();
  const loop = async () => {
    let wait = firstPause;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      const how = await current?.ended;
      current = undefined;
      if (stopping.signal.aborted) return;
      if (how !== undefined) say(`${name} ended (${how}); it is being started again.`);
      if (performance.now() - startedAt > settled) wait = firstPause;
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      wait = Math.min(wait * 2, longestPause);
      if (stopping.signal.aborted) return;
      current = await launch().catch((error: unknown) => {
        say(`${name} could not be started: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      });
      if (current !== undefined) say(`${name} is running again.`);
    }
  };
  const looping = loop();
  return {
    restart: async () => current?.stop(),
    stop: async () => {
      stopping.abort();
      await current?.stop();
      await looping;
      // It may have come up while we were told to stop.
      await current?.stop();
    },
  };
}
