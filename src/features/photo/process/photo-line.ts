import { keepProcess, type KeepLimits } from './keep-process.ts';
import type { Outcomes, PhotoTasks, PhotoWork } from './messages.ts';
import { type PhotoProcess, PhotoTaskLost, startPhotoProcess } from './photo-process.ts';
import { photosBusy } from './photos-busy.ts';
import { createPlaces, type PlaceLimits } from './places.ts';

/** Something to be looked at. */
export interface PhotoVisit<Work extends PhotoWork> {
  /** whose it is, where that is known: nobody has more than a few places */
  readonly who: string | undefined;
  /** what it keeps in memory until its turn */
  readonly bytes: number;
  /** Called when its turn has come: what can be read again waits nowhere else than where it lies. */
  readonly task: () => PhotoTasks[Work] | Promise<PhotoTasks[Work]>;
}

/** The photos that wait for the photo process, which looks at one at a time. */
export interface PhotoLine {
  /**
   * @throws 503 when too many photos wait, or the process cannot be started
   * @throws PhotoTaskLost when it cannot be looked at
   */
  run<Work extends PhotoWork>(work: Work, visit: PhotoVisit<Work>): Promise<Outcomes[Work]>;
  /** Ends the process; the next photo starts another. */
  end(): void;
  /** The process could not be started for some time. */
  isDown(): boolean;
}

export interface LineLimits extends PlaceLimits, KeepLimits {
  /** milliseconds that one may wait: whoever sent it is still there, and so are those between us */
  readonly patience: number;
}

/** Something that was not as it should be: a start that failed, or a task that was lost, and how. */
export type PhotoTrouble =
  | { readonly what: 'start'; readonly error: unknown; readonly inARow: number }
  | { readonly what: PhotoTaskLost['how'] };

const usual: LineLimits = {
  waiting: 30,
  bytes: 100 * 1024 * 1024,
  crops: 10,
  ofOne: 2,
  patience: 40_000,
  idle: 60_000,
  photos: 500,
  pause: 5_000,
};

export function createPhotoLine(
  limits: Partial<LineLimits> = {},
  start: () => Promise<PhotoProcess> = startPhotoProcess,
  tell: (trouble: PhotoTrouble) => void = () => undefined,
): PhotoLine {
  const most = { ...usual, ...limits };
  const places = createPlaces(most);
  const kept = keepProcess(most, start, (error, inARow) => tell({ what: 'start', error, inARow }));
  let last: Promise<unknown> = Promise.resolve();
  /** About a second for each photo that waits. */
  const full = () => photosBusy(places.taken());

  async function look<Work extends PhotoWork>(work: Work, task: PhotoTasks[Work]): Promise<Outcomes[Work]> {
    const process = await kept.ready();
    try {
      return await process.run(work, task);
    } catch (error) {
      if (error instanceof PhotoTaskLost) tell({ what: error.how });
      throw error;
    } finally {
      kept.rest();
    }
  }

  /** The system may have ended the process over something else: a photo gets a second one. */
  async function lookTwice<Work extends PhotoWork>(work: Work, task: PhotoTasks[Work]): Promise<Outcomes[Work]> {
    try {
      return await look(work, task);
    } catch (error) {
      if (!(error instanceof PhotoTaskLost) || error.how !== 'ended') throw error;
      return look(work, task);
    }
  }

  return {
    end: () => kept.end(),
    isDown: () => kept.isDown(),
    async run(work, { who, bytes, task }) {
      const leave = places.take({ work, who, bytes });
      if (!leave) throw full();
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      const begun = performance.now();
      try {
        await before;
        if (performance.now() - begun > most.patience) throw full();
        return await lookTwice(work, await task());
      } catch (error) {
        // Nothing is wrong with the photo.
        throw error instanceof PhotoTaskLost && error.how === 'starved' ? full() : error;
      } finally {
        leave();
        resolve();
      }
    },
  };
}
