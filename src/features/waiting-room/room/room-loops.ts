import type { Deps } from '#platform/deps.ts';
import { type Loop, repeat } from '#platform/loop.ts';
import { endCalledOff, keepRooms } from './keep-rooms.ts';
import { planRooms } from './plan-rooms.ts';

/** What the worker does for rooms by the second; turns themselves are moved on by the web processes. */
export function roomLoops(deps: Deps): Loop[] {
  const { log, clock } = deps;
  return [
    repeat('keep-rooms', { every: 1_000, log }, async () => {
      await keepRooms(deps, clock.now());
      return false;
    }),
    repeat('plan-rooms', { every: 10_000, log }, async () => {
      await endCalledOff(deps, clock.now());
      await planRooms(deps, clock.now());
      return false;
    }),
  ];
}
