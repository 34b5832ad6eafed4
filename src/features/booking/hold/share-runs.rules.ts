import type { RoomyRun } from './candidate-runs.query.ts';

/** Runs that one asker tries: more where few ask, so that somebody who comes late still finds a seat at once. */
const tried = { byFew: 40, byMany: 10 };
const few = 20;

/**
 * What each of those who ask for the earliest seat together tries, in the order they asked: from the run on that is the
 * earliest if everybody before them gets a seat. Each would otherwise try all that are taken before their own.
 */
export function shareRuns(runs: readonly RoomyRun[], askers: number, party: number): string[][][] {
  const most = askers > few ? tried.byMany : tried.byFew;
  let at = 0;
  let left = partiesIn(runs[0], party);
  return Array.from({ length: askers }, () => {
    while (left < 1 && at < runs.length - 1) {
      at += 1;
      left = partiesIn(runs[at], party);
    }
    left -= 1;
    return runs
      .slice(firstAtTheTime(runs, at))
      .slice(0, most)
      .map(({ slots }) => slots);
  });
}

function partiesIn(run: RoomyRun | undefined, party: number): number {
  return run === undefined ? 0 : Math.floor(run.seats / party);
}

// Among runs that start together the batch chooses the least filled: none of them is left out.
function firstAtTheTime(runs: readonly RoomyRun[], at: number): number {
  let first = at;
  while (first > 0 && runs[first - 1]?.starts === runs[at]?.starts) first -= 1;
  return first;
}
