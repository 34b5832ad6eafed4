import { expect, it } from 'vitest';
import type { RoomyRun } from './candidate-runs.query.ts';
import { shareRuns } from './share-runs.rules.ts';

const run = (slot: string, starts: number, seats: number): RoomyRun => ({ slots: [slot], starts, seats });
const firsts = (shares: string[][][]) => shares.map((runs) => runs[0]?.[0]);

it('each of many tries from the time on that is left when everybody before them has a seat', () => {
  const runs = [run('a', 1, 2), run('b', 2, 1), run('c', 3, 2)];
  expect(firsts(shareRuns(runs, 7, 1))).toEqual(['a', 'a', 'b', 'c', 'c', 'c', 'c']);
  expect(shareRuns(runs, 1, 1)).toEqual([[['a'], ['b'], ['c']]]);
});

it('a time without room for a whole party is passed over', () => {
  expect(firsts(shareRuns([run('a', 1, 3), run('b', 2, 2)], 3, 2))).toEqual(['a', 'b', 'b']);
});

it('counters that are free at the same time stay together, so that the least filled is chosen', () => {
  const runs = [run('a', 1, 1), run('b', 1, 1), run('c', 2, 1)];
  expect(shareRuns(runs, 3, 1)).toEqual([[['a'], ['b'], ['c']], [['a'], ['b'], ['c']], [['c']]]);
});

it('nobody is given anything where nothing is free', () => {
  expect(shareRuns([], 2, 1)).toEqual([[], []]);
});
