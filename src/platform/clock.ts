/** Where the caller asks the time. Verbs and queries get it as an argument. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) };

/** A clock for tests: stands still until moved. */
export interface TestClock extends Clock {
  set(instant: Temporal.Instant | string): void;
  advance(duration: Temporal.DurationLike): void;
}

export function testClock(start: string): TestClock {
  let current = Temporal.Instant.from(start);
  return {
    now: () => current,
    set: (instant) => {
      current = Temporal.Instant.from(instant);
    },
    advance: (duration) => {
      // Through a zone, so that days and months may be given.
      current = current.toZonedDateTimeISO('UTC').add(duration).toInstant();
    },
  };
}
