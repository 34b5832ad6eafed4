/** How far ahead a planner's days open, and at what hour of its office's clock. */
export interface Horizon {
  readonly zone: string;
  readonly horizonDays: number;
  /** `HH:MM` or `HH:MM:SS` */
  readonly releaseTime: string;
}

/** Days for which slots are made before they open, so that a release needs no job at its instant. */
export const marginDays = 2;

/**
 * When a day opens for booking: `horizonDays` calendar days before it, at the release time on the office's clock. An
 * hour the clock skips that night counts as the hour after it; of an hour it repeats, the first.
 */
export function opensAt(day: Temporal.PlainDate, horizon: Horizon): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from(horizon.releaseTime);
  return day.subtract({ days: horizon.horizonDays }).toZonedDateTime({ timeZone: horizon.zone, plainTime }).toInstant();
}

/** The last day that may be booked at this instant. */
export function horizonEnd(horizon: Horizon, now: Temporal.Instant): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(horizon.zone).toPlainDate();
  // One day more: where a zone skips a whole day, two days open at the same instant.
  let day = today.add({ days: horizon.horizonDays + 1 });
  while (Temporal.Instant.compare(opensAt(day, horizon), now) > 0) day = day.subtract({ days: 1 });
  return day;
}

/** When the day after the horizon opens, whether or not the office works on it. */
export function nextRelease(horizon: Horizon, now: Temporal.Instant): Temporal.Instant {
  return opensAt(horizonEnd(horizon, now).add({ days: 1 }), horizon);
}

/** The last day for which slots are made at this instant. */
export function planThrough(horizon: Horizon, now: Temporal.Instant): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(horizon.zone).toPlainDate();
  return today.add({ days: horizon.horizonDays + marginDays });
}
