/** When the first free date is looked at, by the office's clock: as Rome measures its own waits. */
export const sampleHours = [9, 12, 16] as const;
export type SampleHour = (typeof sampleHours)[number];

/** A sample that could not be taken on the hour counts for it this long, and is missing afterwards. */
export const sampleGrace = Temporal.Duration.from({ minutes: 55 });

export interface DueSample {
  readonly day: Temporal.PlainDate;
  readonly hour: SampleHour;
}

/**
 * The sample that is due in a time zone now, if any. The hour is that of the calendar, whatever the clocks did in the
 * night before; an hour that a change of clocks leaves out is looked at when it would have been.
 */
export function dueSample(timeZone: string, now: Temporal.Instant): DueSample | undefined {
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const hour = sampleHours.findLast((one) => {
    const at = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour: one }) }).toInstant();
    return Temporal.Instant.compare(at, now) <= 0 && Temporal.Instant.compare(now, at.add(sampleGrace)) < 0;
  });
  return hour === undefined ? undefined : { day, hour };
}
