import { type ClosureFault, closureFaults } from './closure-faults.rules.ts';
import { type ExtraOpening, minuteOf } from '../rules.ts';

export interface ExtraOpeningFault {
  readonly field: ClosureFault['field'] | 'minutes';
  readonly reason: ClosureFault['reason'] | 'no-slot';
}

/** What is wrong with an extra opening whose fields are each well formed, at an office where it is `today`. */
export function extraOpeningFaults(opening: ExtraOpening, today: Temporal.PlainDate): ExtraOpeningFault[] {
  const faults = closureFaults(opening, today);
  const length = minuteOf(opening.ends) - minuteOf(opening.starts);
  return length > 0 && length < opening.minutes ? [...faults, { field: 'minutes', reason: 'no-slot' }] : faults;
}
