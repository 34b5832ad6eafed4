/** A deadline at night is a deadline nobody can keep: offers end between these hours of the office's day. */
const waking = { from: 8, to: 21 };
/** With less than this to answer it is no offer, unless the office says otherwise. */
export const usualLeastHours = 12;
/** Whoever accepts at the last moment still has to get there. */
const hoursBeforeVisit = 2;

export interface SeatOfferTimes {
  readonly now: Temporal.Instant;
  readonly startsAt: Temporal.Instant;
  readonly zone: string;
  /** how long it waits for an answer, when nothing else ends it */
  readonly hours: number;
  /** with less than this to answer it is no offer */
  readonly leastHours?: number;
}

/**
 * When an offer made now ends; undefined when the appointment is too near for one. A deadline that would fall into the
 * night is moved back to the evening before it, or on to the morning where the evening would leave too little time.
 */
export function seatOfferEnds(offer: SeatOfferTimes): Temporal.Instant | undefined {
  const { now, startsAt, zone, hours, leastHours = usualLeastHours } = offer;
  const latest = startsAt.subtract({ hours: hoursBeforeVisit });
  const wished = now.add({ hours: Math.max(hours, leastHours) });
  const end = (isBefore(wished, latest) ? wished : latest).toZonedDateTimeISO(zone);
  return [eveningOf(end), morningAfter(end)]
    .map((candidate) => candidate.toInstant())
    .find((instant) => !isBefore(instant, now.add({ hours: leastHours })) && !isBefore(latest, instant));
}

/** The same time when it is a waking hour, else nine in the evening before it. */
function eveningOf(end: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (isWaking(end)) return end;
  const day = end.hour < waking.from ? end.subtract({ days: 1 }) : end;
  return atHour(day, waking.to);
}

function morningAfter(end: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (isWaking(end)) return end;
  const day = end.hour < waking.from ? end : end.add({ days: 1 });
  return atHour(day, waking.from);
}

function isWaking(time: Temporal.ZonedDateTime): boolean {
  const clock = time.toPlainTime();
  return (
    Temporal.PlainTime.compare(clock, { hour: waking.from }) >= 0 &&
    Temporal.PlainTime.compare(clock, { hour: waking.to }) <= 0
  );
}

function atHour(day: Temporal.ZonedDateTime, hour: number): Temporal.ZonedDateTime {
  return day.withPlainTime({ hour });
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
