import type { FreeSlot } from './free-slots.query.ts';

/** Two planners may offer the same start: the one with more room is offered, in the place of the first of them. */
export function oncePerStart(slots: readonly FreeSlot[]): FreeSlot[] {
  const byStart = Map.groupBy(slots, (slot) => slot.startsAt.epochMilliseconds);
  return [...byStart.values()].flatMap((same) => same.toSorted((a, b) => b.free - a.free).slice(0, 1));
}
