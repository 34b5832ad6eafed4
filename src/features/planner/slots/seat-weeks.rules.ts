import type { DaySeats } from './seat-changes.query.ts';
import { mondayOf } from './week-preview.rules.ts';

/** Seats of a week before and after a change. */
export interface WeekSeats {
  readonly monday: Temporal.PlainDate;
  readonly before: number;
  readonly after: number;
}

/** The weeks in which some day gets other seats. */
export function changedWeeks(days: readonly DaySeats[]): WeekSeats[] {
  const weeks = new Map<string, WeekSeats & { changed: boolean }>();
  for (const { day, before, after } of days) {
    const monday = mondayOf(day);
    const known = weeks.get(monday.toString());
    weeks.set(monday.toString(), {
      monday,
      before: before + (known?.before ?? 0),
      after: after + (known?.after ?? 0),
      changed: before !== after || (known?.changed ?? false),
    });
  }
  return [...weeks.values()].filter(({ changed }) => changed);
}

/** The months, as `2027-01`, in which some day gets other seats. */
export function changedMonths(days: readonly DaySeats[]): string[] {
  const changed = days.filter(({ before, after }) => before !== after);
  return [...new Set(changed.map(({ day }) => day.toPlainYearMonth().toString()))];
}
