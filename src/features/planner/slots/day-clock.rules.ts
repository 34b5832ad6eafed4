/** One day on an office's wall clock. Minutes are counted on the clock's face from midnight; instants are seconds. */
export interface DayClock {
  /** first instant of the day */
  readonly start: number;
  /** first instant of the next day */
  readonly end: number;
  /** When the clock shows this minute for the first time; undefined when it skips it. */
  at(minute: number): number | undefined;
  /** When an office that closes at this minute closes: at the jump, when the clock skips the minute. */
  closing(minute: number): number;
  /** The first and the last instant that could be meant by a minute which the clock skips or repeats. */
  earliest(minute: number): number;
  latest(minute: number): number;
}

const secondsOfDay = 86_400;

/** The wall clock of a day in a zone. Days of 24 hours, nearly all, need no look into the zone's rules per minute. */
export function dayClock(day: Temporal.PlainDate, zone: string): DayClock {
  const start = seconds(day.toZonedDateTime(zone));
  const end = seconds(day.add({ days: 1 }).toZonedDateTime(zone));
  if (end - start === secondsOfDay) {
    const at = (minute: number) => start + minute * 60;
    return { start, end, at, closing: at, earliest: at, latest: at };
  }
  const midnight = day.toPlainDateTime();
  const wall = (minute: number) => midnight.add({ minutes: minute });
  const meant = (minute: number, disambiguation: 'earlier' | 'later') =>
    wall(minute).toZonedDateTime(zone, { disambiguation });
  const at = (minute: number) => {
    const first = meant(minute, 'earlier');
    return first.toPlainDateTime().equals(wall(minute)) ? seconds(first) : undefined;
  };
  const jump = (minute: number) => {
    const next = meant(minute, 'earlier').getTimeZoneTransition('next');
    return next === null ? end : seconds(next);
  };
  return {
    start,
    end,
    at,
    closing: (minute) => at(minute) ?? jump(minute),
    earliest: (minute) => seconds(meant(minute, 'earlier')),
    latest: (minute) => seconds(meant(minute, 'later')),
  };
}

function seconds(time: Temporal.ZonedDateTime): number {
  return Math.floor(time.epochMilliseconds / 1000);
}
