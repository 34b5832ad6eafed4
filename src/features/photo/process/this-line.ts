import type { Deps } from '#platform/deps.ts';
import { createPhotoLine, type PhotoTrouble } from './photo-line.ts';

const lost: Record<PhotoTrouble['what'], number> = { start: 0, 'too-long': 0, starved: 0, ended: 0, failed: 0 };
let log: Deps['log'] | undefined;

/** The line of this web process. */
export const photoLine = createPhotoLine({}, undefined, (trouble) => {
  lost[trouble.what] += 1;
  if (trouble.what === 'start') {
    log?.error({ err: trouble.error, inARow: trouble.inARow }, 'the photo process cannot be started');
  } else log?.warn({ how: trouble.what }, 'a photo was not looked at to its end');
});

/** From now on the log says what goes wrong with photos, never with whose. */
export function logPhotoTrouble(to: Deps['log']): void {
  log = to;
}

/** How often photos were not looked at, by what went wrong; `start` is the photo process that could not be started. */
export function photosLost(): Readonly<Record<string, number>> {
  return lost;
}

/** No photo can be looked at: the photo process could not be started for some time. */
export function isPhotoCheckDown(): boolean {
  return photoLine.isDown();
}
