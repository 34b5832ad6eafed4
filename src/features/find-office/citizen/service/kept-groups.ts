import {
  type FreeSlot,
  oncePerStart,
  priorityGrounds,
  type PriorityGround,
  type PrioritySeats,
} from '#features/planner/index.ts';
import type { TimeToChoose } from '../../own-seat.ts';

/** On which ground seats are kept, with the age where it is one. */
export interface Ground {
  readonly ground: PriorityGround;
  readonly age: number;
}

/** The kept times of a day that are for the same people. */
export interface KeptGroup {
  readonly grounds: readonly Ground[];
  readonly times: readonly TimeToChoose[];
}

/** Times kept for people with priority by whom they are for: most offices keep them all for the same. */
export function keptGroups(slots: readonly FreeSlot[], planners: readonly PrioritySeats[]): KeptGroup[] {
  const alike = Map.groupBy(slots, ({ plannerId }) => {
    const of = planners.find((planner) => planner.plannerId === plannerId);
    return of && `${[...of.grounds].sort().join(' ')} ${of.minAge}`;
  });
  return [...alike.values()].map((group) => ({
    grounds: groundsOf(planners.filter(({ plannerId }) => plannerId === group[0]?.plannerId)),
    times: oncePerStart(group),
  }));
}

/** All the grounds of some planners, each once, with the lowest age. */
export function groundsOf(seats: readonly Pick<PrioritySeats, 'grounds' | 'minAge'>[]): Ground[] {
  return priorityGrounds
    .filter((ground) => seats.some(({ grounds }) => grounds.includes(ground)))
    .map((ground) => ({
      ground,
      age: Math.min(...seats.filter(({ grounds }) => grounds.includes(ground)).map(({ minAge }) => minAge)),
    }));
}
