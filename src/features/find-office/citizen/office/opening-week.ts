import { type OpeningRule, type PublicPlanner, windowsOf } from '#features/planner/index.ts';

export interface DaysWithHours {
  /** 1 Monday … 7 Sunday, in order */
  readonly weekdays: readonly number[];
  /** `09:00–12:30` */
  readonly hours: readonly string[];
}

/** The rules in force on a day as a week: weekdays with the same hours together. */
export function openingWeek(rules: readonly OpeningRule[], on: string): DaysWithHours[] {
  const inForce = rules.filter((rule) => rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo));
  const groups: { weekdays: number[]; hours: string[] }[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const hours = hoursOf(inForce.filter((rule) => rule.weekdays.includes(weekday)));
    if (hours.length === 0) continue;
    const same = groups.find((group) => group.hours.join() === hours.join());
    if (same) same.weekdays.push(weekday);
    else groups.push({ weekdays: [weekday], hours });
  }
  return groups;
}

/** Planners side by side that serve the same are one to whoever comes: the hours of them all. */
export function plannersOfServices<P extends Pick<PublicPlanner, 'services' | 'rules'>>(planners: readonly P[]): P[] {
  const groups = Map.groupBy(planners, ({ services }) => services.toSorted().join());
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, rules: [first, ...others].flatMap(({ rules }) => rules) }] : [],
  );
}

export interface LimitedHours extends DaysWithHours {
  readonly from: string;
  readonly to: string;
}

/** The rules that hold only for a time, by their first and last day; those that open on no day from `on` are left out. */
export function limitedHours(rules: readonly OpeningRule[], on: string): LimitedHours[] {
  const periods = new Map<string, { from: string; to: string; rules: OpeningRule[] }>();
  for (const rule of rules) {
    const { validFrom: from, validTo: to } = rule;
    if (to === null || to < on) continue;
    const coming = weekdaysIn(from > on ? from : on, to);
    const weekdays = rule.weekdays.filter((weekday) => coming.has(weekday));
    const period = periods.get(`${from} ${to}`) ?? { from, to, rules: [] };
    period.rules.push({ ...rule, weekdays });
    periods.set(`${from} ${to}`, period);
  }
  return [...periods.values()]
    .sort((a, b) => a.from.localeCompare(b.from))
    .flatMap(({ from, to, rules: held }) => openingWeek(held, to).map((days) => ({ from, to, ...days })));
}

function weekdaysIn(from: string, to: string): Set<number> {
  const last = Temporal.PlainDate.from(to);
  const found = new Set<number>();
  for (
    let day = Temporal.PlainDate.from(from);
    found.size < 7 && Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    found.add(day.dayOfWeek);
  }
  return found;
}

/** The day from which the next standing rules hold that are not in force yet. */
export function nextWeekFrom(rules: readonly OpeningRule[], on: string): string | undefined {
  return rules
    .filter((rule) => rule.validTo === null)
    .map((rule) => rule.validFrom)
    .filter((from) => from > on)
    .sort()[0];
}

function hoursOf(rules: readonly OpeningRule[]): string[] {
  const spans = rules.flatMap((rule) => windowsOf(rule)).sort((a, b) => a.from - b.from);
  const joined: { from: number; until: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else joined.push({ ...span });
  }
  return joined.map(({ from, until }) => `${clock(from)}–${clock(until)}`);
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `1,2,3,5` as runs: `[[1, 3], [5, 5]]`. */
export function runsOf(weekdays: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const weekday of weekdays) {
    const last = runs.at(-1);
    if (last?.[1] === weekday - 1) last[1] = weekday;
    else runs.push([weekday, weekday]);
  }
  return runs;
}
