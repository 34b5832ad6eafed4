import { HttpProblem } from '#platform/http/problem.ts';
import type { Outcomes, PhotoTasks, PhotoWork } from './messages.ts';
import { type PhotoProcess, PhotoTaskLost, startPhotoProcess } from './photo-process.ts';

/** The photos that wait for the photo process, which looks at one at a time. */
export interface PhotoLine {
  /**
   * @throws 503 when too many photos wait, or the process cannot be started
   * @throws PhotoTaskLost when it cannot be looked at
   */
  run<Work extends PhotoWork>(work: Work, task: PhotoTasks[Work]): Promise<Outcomes[Work]>;
  /** Ends the process; the next photo starts another. */
  end(): void;
}

export interface LineLimits {
  /** how many photos may wait, and how many bytes of them */
  readonly waiting: number;
  readonly bytes: number;
  /** milliseconds that one may wait: whoever sent it is still there, and so are those between us */
  readonly patience: number;
  /** milliseconds without a photo, after which the process gives its memory back */
  readonly idle: number;
  /** photos, after which it is begun anew: what a library may lose of its memory is gone with it */
  readonly photos: number;
}

const usual: LineLimits = { waiting: 30, bytes: 100 * 1024 * 1024, patience: 40_000, idle: 60_000, photos: 500 };

export function createPhotoLine(
  limits: Partial<LineLimits> = {},
  start: () => Promise<PhotoProcess> = startPhotoProcess,
): PhotoLine {
  const most = { ...usual, ...limits };
  let running: Promise<PhotoProcess> | undefined;
  let seen = 0;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const waiting = { photos: 0, bytes: 0 };

  function end(): void {
    clearTimeout(idle);
    const ending = running;
    running = undefined;
    ending?.then((one) => one.end()).catch(() => undefined);
  }

  async function ready(): Promise<PhotoProcess> {
    clearTimeout(idle);
    if (seen >= most.photos || (await running)?.isOver()) end();
    if (running === undefined) seen = 0;
    running ??= start();
    try {
      return await running;
    } catch {
      running = undefined;
      throw full(waiting.photos);
    }
  }

  async function look<Work extends PhotoWork>(work: Work, task: PhotoTasks[Work]): Promise<Outcomes[Work]> {
    const process = await ready();
    seen += 1;
    try {
      return await process.run(work, task);
    } finally {
      idle = setTimeout(end, most.idle).unref();
    }
  }

  function requirePlace(bytes: number): void {
    if (waiting.photos > most.waiting || waiting.bytes + bytes > most.bytes) throw full(waiting.photos);
  }

  return {
    end,
    async run(work, task) {
      const bytes = task.bytes.length;
      requirePlace(bytes);
      waiting.photos += 1;
      waiting.bytes += bytes;
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      const begun = performance.now();
      await before;
      try {
        if (performance.now() - begun > most.patience) throw full(waiting.photos);
        // The system may have ended the process over something else: a photo gets a second one.
        return await look(work, task).catch((error: unknown) => {
          if (!(error instanceof PhotoTaskLost)) throw error;
          if (error.how === 'starved') throw full(waiting.photos);
          if (error.how === 'ended') return look(work, task);
          throw error;
        });
      } finally {
        waiting.photos -= 1;
        waiting.bytes -= bytes;
        resolve();
      }
    },
  };
}

/** About a second for each photo that waits. */
function full(photos: number): HttpProblem {
  return new HttpProblem(503, 'overloaded', { headers: { 'retry-after': String(Math.max(5, photos)) } });
}

/** The one of this process. */
export const photoLine = createPhotoLine();
