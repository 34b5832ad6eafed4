import type { OpeningRule } from '#features/planner/index.ts';

/** Part of a day on some weekdays, on the office's clock. */
export interface SetUpShift {
  /** 1 Monday … 7 Sunday */
  readonly weekdays: readonly number[];
  /** `HH:MM` */
  readonly starts: string;
  readonly ends: string;
}

/** The week of an office as it is first said; the planner's editor knows everything else. */
export interface SetUpHours {
  readonly morning: SetUpShift;
  readonly afternoon: SetUpShift | null;
  /** of one appointment */
  readonly minutes: number;
  readonly desks: number;
}

/** What many municipalities begin with: every morning, and two afternoons they may add. */
export const usualHours: SetUpHours = {
  morning: { weekdays: [1, 2, 3, 4, 5], starts: '09:00', ends: '12:30' },
  afternoon: null,
  minutes: 30,
  desks: 1,
};

/** The opening rules of a week, from a day on. */
export function rulesOfWeek(hours: SetUpHours, validFrom: Temporal.PlainDate): OpeningRule[] {
  const { morning, afternoon, minutes, desks } = hours;
  const every = { validFrom: validFrom.toString(), validTo: null, breaks: [], minutes, desks };
  return [morning, ...(afternoon ? [afternoon] : [])].map((shift) => ({ ...every, ...shift }));
}
