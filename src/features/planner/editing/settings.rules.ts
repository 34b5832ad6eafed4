/** What an office decides about a planner beside its opening rules. Takes effect at once. */
export interface PlannerSettings {
  readonly name: string;
  readonly offeringIds: readonly number[];
  readonly horizonDays: number;
  readonly noticeMinutes: number;
  /** `HH:MM` */
  readonly releaseTime: string;
}
