import type { Deps } from './deps.ts';

/** One task of the worker: runs at least once, so its effect must be the same when run twice. */
export type Task = (deps: Deps, payload: unknown) => Promise<void>;

export type TaskList = Readonly<Record<string, Task>>;

/** What one transaction of a sweep takes. */
export const batch = 200;

/** How many of them one run may do: after a long stop the rest follows with the next run. */
const mostBatches = 50;

/** Repeats a sweep that answers how many rows it did, until it finds no full batch any more. */
export async function inBatches(one: () => Promise<number>): Promise<void> {
  for (let round = 0; round < mostBatches; round += 1) {
    if ((await one()) < batch) return;
  }
}
