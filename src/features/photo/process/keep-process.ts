import { HttpProblem } from '#platform/http/problem.ts';
import { PhotoTaskLost, type PhotoProcess } from './photo-process.ts';
import { photosBusy } from './photos-busy.ts';

export interface KeepLimits {
  /** milliseconds without a photo, after which the process gives its memory back */
  readonly idle: number;
  /** photos, after which it is begun anew: what a library may lose of its memory is gone with it */
  readonly photos: number;
  /** milliseconds until the next start after one that failed; twice as many after the next */
  readonly pause: number;
}

/** Starts that failed in a row, from which on nobody is told any more that the service is busy. */
const isDownAfter = 3;
const longestPause = 60_000;
/** Seconds: somebody has to mend it, and nobody waits for that in front of a page. */
const whileDown = 600;

/** One photo process, begun with the first photo and whenever there is none. */
export interface KeptProcess {
  /** @throws 503 when it cannot be started: with `photo-check-unavailable` when it could not for some time */
  ready(): Promise<PhotoProcess>;
  /** Nothing is looked at just now. */
  rest(): void;
  end(): void;
  isDown(): boolean;
}

export function keepProcess(
  { idle, photos, pause }: KeepLimits,
  start: () => Promise<PhotoProcess>,
  failed: (error: unknown, inARow: number) => void,
): KeptProcess {
  let running: Promise<PhotoProcess> | undefined;
  let seen = 0;
  let resting: NodeJS.Timeout | undefined;
  let failures = 0;
  let notBefore = -Infinity;

  function end(): void {
    clearTimeout(resting);
    const ending = running;
    running = undefined;
    ending?.then((one) => one.end()).catch(() => undefined);
  }

  const isDown = () => failures >= isDownAfter;

  function refusal(): HttpProblem {
    if (!isDown()) return photosBusy((notBefore - performance.now()) / 1000);
    return new HttpProblem(503, 'photo-check-unavailable', { headers: { 'retry-after': String(whileDown) } });
  }

  async function begin(): Promise<PhotoProcess> {
    if (performance.now() < notBefore) throw refusal();
    seen = 0;
    running = start();
    try {
      const begun = await running;
      failures = 0;
      return begun;
    } catch (error) {
      running = undefined;
      // The machine had no time for it: nothing is broken.
      if (error instanceof PhotoTaskLost && error.how === 'starved') throw photosBusy();
      failures += 1;
      notBefore = performance.now() + Math.min(longestPause, pause * 2 ** (failures - 1));
      failed(error, failures);
      throw refusal();
    }
  }

  return {
    end,
    isDown,
    rest: () => void (resting = setTimeout(end, idle).unref()),
    async ready() {
      clearTimeout(resting);
      if (seen >= photos || (await running)?.isOver()) end();
      const process = await (running ?? begin());
      seen += 1;
      return process;
    },
  };
}
