import { appliesOn, type OpeningRule, windowsOf } from '../rules.ts';

/** What keeps two rules of one planner from adding their desks. */
export type GridConflict = 'other-minutes' | 'other-starts';

/**
 * Two rules that overlap on some day must cut it into the same slots: otherwise one desk would be promised for two
 * overlapping times. Undefined when they fit together or never meet.
 */
export function gridConflict(one: OpeningRule, other: OpeningRule): GridConflict | undefined {
  if (!meet(one, other)) return undefined;
  for (const a of windowsOf(one)) {
    for (const b of windowsOf(other)) {
      if (a.until <= b.from || b.until <= a.from) continue;
      if (one.minutes !== other.minutes) return 'other-minutes';
      if ((a.from - b.from) % one.minutes !== 0) return 'other-starts';
    }
  }
  return undefined;
}

/** Whether there is a day on which both rules hold. */
function meet(one: OpeningRule, other: OpeningRule): boolean {
  const from = Temporal.PlainDate.from(one.validFrom > other.validFrom ? one.validFrom : other.validFrom);
  // All weekdays come within seven days.
  return Array.from({ length: 7 }, (_, index) => from.add({ days: index })).some((day) => {
    const date = day.toString();
    return appliesOn(one, date, day.dayOfWeek) && appliesOn(other, date, day.dayOfWeek);
  });
}
