import type { FreeSlot } from './free-slots.query.ts';

/**
 * Planners that work side by side offer the same start: it is shown once, with the seats of all. The slot that stands for it
 * is the one with most room; which planner gives the seat is decided as it is held (`runsAtTheTimeOf`).
 */
export function oncePerStart(slots: readonly FreeSlot[]): FreeSlot[] {
  const byStart = Map.groupBy(slots, (slot) => slot.startsAt.epochMilliseconds);
  return [...byStart.values()].flatMap((same) =>
    same
      .toSorted((a, b) => b.free - a.free)
      .slice(0, 1)
      .map((slot) => (same.length === 1 ? slot : { ...slot, free: same.reduce((sum, { free }) => sum + free, 0) })),
  );
}
