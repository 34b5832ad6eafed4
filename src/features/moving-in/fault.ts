/** Why a row cannot be taken. The words and what to do about each stand in `faults.text.ts`. */
export const faultReasons = [
  'required',
  'day',
  'day-future',
  'hour',
  'moment',
  'no-such-hour',
  'number',
  'whole-number',
  'yes-no',
  'weekdays',
  'json',
  'choice',
  'too-long',
  'email',
  'phone',
  'name',
  'codice-fiscale',
  'codice-fiscale-person',
  'code',
  'user-name',
  'user-name-taken',
  'unknown-office',
  'unknown-service',
  'unknown-planner',
  'no-planner',
  'unknown-booking',
  'unknown-row',
  'twice',
  'not-fitting',
  'order',
  'too-far',
  'conflict',
  'already-booked',
  'past-open',
  'ends-first',
  'too-many',
  'mixed',
  'role-place',
] as const;

export type FaultReason = (typeof faultReasons)[number];

export interface Fault {
  readonly line: number;
  /** the heading, in English as our own files write it */
  readonly column: string;
  readonly reason: FaultReason;
  /** what stands in the cell; null where it is a person's */
  readonly shown: string | null;
  /** more about it: what is allowed, which rule of the table it breaks */
  readonly detail?: string | undefined;
}
