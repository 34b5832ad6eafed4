import { type ClosedTime, type OpeningRule, slotsOf } from '../rules.ts';

/** Seats of a week by hour of the office's clock and by weekday, Monday first. */
export interface WeekPreview {
  readonly monday: Temporal.PlainDate;
  readonly hours: readonly { hour: number; seats: readonly number[] }[];
  readonly totals: readonly number[];
}

/** The week that rules and closures make, from its Monday. */
export function weekPreview(plan: {
  zone: string;
  rules: readonly OpeningRule[];
  closures: readonly ClosedTime[];
  monday: Temporal.PlainDate;
}): WeekPreview {
  const { zone, monday } = plan;
  const hours = new Map<number, number[]>();
  const totals = [0, 0, 0, 0, 0, 0, 0];
  for (const slot of slotsOf({ ...plan, from: monday, to: monday.add({ days: 6 }) })) {
    const start = Temporal.Instant.fromEpochMilliseconds(slot.starts * 1000).toZonedDateTimeISO(zone);
    const weekday = start.dayOfWeek - 1;
    const seats = hours.get(start.hour) ?? [0, 0, 0, 0, 0, 0, 0];
    seats[weekday] = (seats[weekday] ?? 0) + slot.capacity;
    totals[weekday] = (totals[weekday] ?? 0) + slot.capacity;
    hours.set(start.hour, seats);
  }
  return { monday, totals, hours: [...hours].sort(([a], [b]) => a - b).map(([hour, seats]) => ({ hour, seats })) };
}

export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
