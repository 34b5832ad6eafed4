/** What people do at an hour of their own clock. */
export type Moment = 'night' | 'work' | 'school' | 'free';

/** Zones in which the clock says the same at an instant. */
export interface Clock {
  readonly zones: readonly string[];
  /** `HH:MM` */
  readonly time: string;
  /** the date there is another than at the office: -1, 0 or 1 */
  readonly dayOff: number;
  readonly moment: Moment;
}

/** A country's zones as the runtime knows them, the office's own first; that alone where it knows none. */
export function zonesOf(country: string, own: string): readonly string[] {
  const locale: { getTimeZones?: () => string[] | undefined } = new Intl.Locale(`und-${country}`);
  const known = locale.getTimeZones?.() ?? [];
  return [own, ...known.filter((zone) => zone !== own)];
}

/** Which clock people look at when seats open, by groups of zones that agree; from west to east. */
export function clocksAt(
  opensAt: Temporal.Instant,
  { zones, own, hasSchool }: { zones: readonly string[]; own: string; hasSchool: boolean },
): Clock[] {
  const home = opensAt.toZonedDateTimeISO(own).toPlainDate();
  const byOffset = Map.groupBy(zones, (zone) => opensAt.toZonedDateTimeISO(zone).offsetNanoseconds);
  return [...byOffset]
    .toSorted(([a], [b]) => a - b)
    .map(([, agreeing]) => {
      const local = opensAt.toZonedDateTimeISO(agreeing[0] ?? own);
      const dayOff = Math.sign(home.until(local.toPlainDate()).days);
      const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
      return { zones: agreeing, time, dayOff, moment: momentOf(local, hasSchool) };
    });
}

/** Night from 22 to 7; work from 9 to 18 and, where families are served, school from 8 to 14, on weekdays. */
export function momentOf({ hour, dayOfWeek }: { hour: number; dayOfWeek: number }, hasSchool: boolean): Moment {
  if (hour >= 22 || hour < 7) return 'night';
  if (hasSchool && dayOfWeek <= 6 && hour >= 8 && hour < 9) return 'school';
  return dayOfWeek <= 5 && hour >= 9 && hour < 18 ? 'work' : 'free';
}

const costs: Readonly<Record<Moment, number>> = { night: 6, work: 2, school: 1, free: 0 };

/** How much an hour shuts people out: the sum over the clocks, of each the worth of what it disturbs. */
export function costOf(clocks: readonly Clock[]): number {
  return clocks.reduce((sum, { moment }) => sum + costs[moment], 0);
}

/** The full hour of the same day on the office's clock that shuts out least, the closest of equals; undefined: none is better. */
export function betterHour(
  opensAt: Temporal.Instant,
  about: { zones: readonly string[]; own: string; hasSchool: boolean },
): Temporal.Instant | undefined {
  const asked = opensAt.toZonedDateTimeISO(about.own);
  const cost = (at: Temporal.Instant): number => costOf(clocksAt(at, about));
  const distance = (at: Temporal.Instant): number => Math.abs(at.epochMilliseconds - opensAt.epochMilliseconds);
  const hours = Array.from({ length: 24 }, (_, hour) =>
    asked
      .toPlainDate()
      .toZonedDateTime({ timeZone: about.own, plainTime: new Temporal.PlainTime(hour) })
      .toInstant(),
  );
  const [best] = hours.toSorted((a, b) => cost(a) - cost(b) || distance(a) - distance(b));
  return best !== undefined && cost(best) < cost(opensAt) ? best : undefined;
}
