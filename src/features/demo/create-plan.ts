import type { PlannerAudience, Quota, ReleaseRule } from '#features/planner/index.ts';

/** What an office of the demo would have typed in: everything here is invented. */
export interface OfficePlan {
  readonly code: string;
  /** An invented street; the office's city and postcode are not pretended to be real. */
  readonly address: string;
  readonly phone: string;
  readonly planners: readonly PlannerPlan[];
}

export interface PlannerPlan {
  readonly name: string;
  readonly services: readonly string[];
  readonly horizonDays: number;
  /** How late one may book. */
  readonly noticeMinutes: number;
  /** When the next day opens, in the office's zone. */
  readonly releaseTime: string;
  /** When seats open; absent: one more day every day, at the release time. */
  readonly releaseRule?: ReleaseRule;
  /** For whom the seats are; absent: for everybody. */
  readonly audience?: PlannerAudience;
  /** Seats kept for some, or fewer for others; absent: none. */
  readonly quotas?: readonly Quota[];
  readonly rules: readonly RulePlan[];
  /** How much of its days the invented people have taken. */
  readonly demand: Demand;
}

export interface RulePlan {
  /** 1 Monday … 7 Sunday */
  readonly weekdays: readonly number[];
  readonly starts: string;
  readonly ends: string;
  readonly breaks: readonly { readonly starts: string; readonly ends: string }[];
  readonly minutes: number;
  readonly desks: number;
}

/** `open`: at most half of each slot; `busy`: most days nearly full; `sold-out`: hardly a seat before the last days. */
export type Demand = 'open' | 'busy' | 'sold-out';

export const lunch = [{ starts: '13:00', ends: '14:00' }];
export const everyDay = [1, 2, 3, 4, 5];

/** Week of one shift: `Mon–Fri 09:00–12:30, 20 minutes, 3 desks` is `rule(everyDay, '09:00-12:30', 20, 3)`. */
export function rule(
  weekdays: readonly number[],
  hours: string,
  minutes: number,
  desks: number,
  breaks: RulePlan['breaks'] = [],
): RulePlan {
  const [starts = '', ends = ''] = hours.split('-');
  return { weekdays, starts, ends, breaks, minutes, desks };
}

export function plan(
  name: string,
  services: readonly string[],
  opens: { days: number; at: string; notice?: number },
  demand: Demand,
  ...rules: RulePlan[]
): PlannerPlan {
  return {
    name,
    services,
    horizonDays: opens.days,
    releaseTime: opens.at,
    noticeMinutes: opens.notice ?? 120,
    demand,
    rules,
  };
}

/** The same planner with another rule for when its seats open. */
export function opening(planner: PlannerPlan, releaseRule: ReleaseRule): PlannerPlan {
  return { ...planner, releaseRule };
}
