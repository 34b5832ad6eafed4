import type { Quota } from '../quotas/quota.rules.ts';
import type { ReleaseRule } from '../releases/release-rule.rules.ts';

/** What an office decides about a planner beside its opening rules. Takes effect at once. */
export interface PlannerSettings {
  readonly name: string;
  readonly offeringIds: readonly number[];
  readonly horizonDays: number;
  readonly noticeMinutes: number;
  /** `HH:MM` */
  readonly releaseTime: string;
  /** null: one more day every day, at the release time; undefined: as it is */
  readonly releaseRule?: ReleaseRule | null;
  /** what happens to a seat that comes back; undefined: as it is */
  readonly returned?: ReturnedSeats;
  /** for whom the seats are; undefined: as it is */
  readonly audience?: PlannerAudience;
  /** of its seats, so many at most for some or kept for them; none: []; undefined: as it is */
  readonly quotas?: readonly Quota[];
  /** how long a seat is kept while a form is filled in; null: as usual; undefined: as it is */
  readonly holdMinutes?: number | null;
}

/** How long a seat is kept while a form is filled in, where the planner does not say. */
export const usualHoldMinutes = 10;

/** Whether a seat that comes back is free at once, or after a delay drawn between two limits, in minutes. */
export interface ReturnedSeats {
  readonly seats: 'at-once' | 'random';
  readonly minMinutes: number;
  readonly maxMinutes: number;
}

/** For whom seats are: everybody, people with a right to be served first, or bookings that the office makes. */
export type Audience = 'everybody' | 'priority' | 'desk';

export const priorityGrounds = ['age', 'disability', 'pregnancy', 'urgency'] as const;
export type PriorityGround = (typeof priorityGrounds)[number];

export interface PlannerAudience {
  readonly kind: Audience;
  readonly grounds: readonly PriorityGround[];
  /** years, where age is a ground */
  readonly minAge: number;
  /** so many minutes before they begin, seats that nobody took are everybody's; null: never */
  readonly untilMinutes: number | null;
  /** what the office means to do with whoever shows no proof */
  readonly withoutProof: 'serve' | 'send-back';
}
