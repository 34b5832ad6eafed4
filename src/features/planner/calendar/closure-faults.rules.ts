import { type ClosedTime, minuteOf } from '../rules.ts';

/** Something about a closure that makes no sense. */
export interface ClosureFault {
  readonly field: 'firstDay' | 'lastDay' | 'starts' | 'ends';
  readonly reason: 'before-start' | 'past' | 'too-far' | 'required';
}

/** What is wrong with a closure whose fields are each well formed, at an office where it is `today`. */
export function closureFaults(closure: ClosedTime, today: Temporal.PlainDate): ClosureFault[] {
  return [dayFault(closure, today), hourFault(closure)].filter((fault) => fault !== undefined);
}

function dayFault({ firstDay, lastDay }: ClosedTime, today: Temporal.PlainDate): ClosureFault | undefined {
  const { compare, from } = Temporal.PlainDate;
  if (compare(lastDay, firstDay) < 0) return { field: 'lastDay', reason: 'before-start' };
  if (compare(lastDay, today) < 0) return { field: 'firstDay', reason: 'past' };
  const longest = from(firstDay).add({ years: 1 });
  return compare(lastDay, longest) > 0 ? { field: 'lastDay', reason: 'too-far' } : undefined;
}

function hourFault({ starts, ends }: ClosedTime): ClosureFault | undefined {
  if (starts === null && ends === null) return undefined;
  if (starts === null) return { field: 'starts', reason: 'required' };
  if (ends === null) return { field: 'ends', reason: 'required' };
  return minuteOf(ends) <= minuteOf(starts) ? { field: 'ends', reason: 'before-start' } : undefined;
}
