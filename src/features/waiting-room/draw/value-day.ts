import { startOfDay } from '#platform/dates.ts';

/** The clock of the day that a public value is named for. */
export const valueZone = 'Europe/Rome';

/** Before this instant nobody can know the value of a day. */
export const valueKnownFrom = (day: string): Temporal.Instant => startOfDay(Temporal.PlainDate.from(day), valueZone);
