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
}

/** Whether a seat that comes back is free at once, or after a delay drawn between two limits, in minutes. */
export interface ReturnedSeats {
  readonly seats: 'at-once' | 'random';
  readonly minMinutes: number;
  readonly maxMinutes: number;
}
