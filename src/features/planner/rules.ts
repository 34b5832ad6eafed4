import { dayClock, type DayClock } from './slots/day-clock.rules.ts';

/** Hours the office works on some weekdays. Dates are `YYYY-MM-DD`, times `HH:MM` on the office's clock. */
export interface OpeningRule {
  readonly validFrom: string;
  readonly validTo: string | null;
  /** 1 Monday … 7 Sunday */
  readonly weekdays: readonly number[];
  readonly starts: string;
  readonly ends: string;
  readonly breaks: readonly Break[];
  /** length of a slot */
  readonly minutes: number;
  readonly desks: number;
}

export interface Break {
  readonly starts: string;
  readonly ends: string;
}

/** Desks of an opening rule: a typing mistake ends here, no office does. */
export const mostDesks = 5000;

/** Days on which the office does not work; with times, only between them on each of those days. */
export interface ClosedTime {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly starts: string | null;
  readonly ends: string | null;
}

/** Hours in which a planner works beside its rules, the same on each of some days, even on days that are closed. */
export interface ExtraOpening {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly starts: string;
  readonly ends: string;
  /** length of a slot */
  readonly minutes: number;
  readonly desks: number;
}

/** A slot the rules ask for. Instants are whole seconds since 1970: a publication makes thousands of them. */
export interface PlannedSlot {
  readonly starts: number;
  readonly ends: number;
  readonly day: string;
  readonly capacity: number;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * The slots that rules, closures and extra openings ask for from one day to another, both included, in order of time.
 *
 * - Slots start at the office's wall clock and last real minutes. A start that the clock skips makes no slot; an hour
 *   that the clock repeats makes slots only the first time it comes.
 * - A break cuts the opening in two: slots after it are counted from its end.
 * - A closure takes away the slots it touches and moves none.
 * - An extra opening is made for the day: no closure takes its slots away, and a rule whose slots fall across them gives way.
 * - Rules that ask for the same start add their desks. Rules that overlap on different grids are refused when they are
 *   saved (`gridConflict`); should they exist all the same, the first one decides.
 */
export function slotsOf(plan: {
  zone: string;
  rules: readonly OpeningRule[];
  closures: readonly ClosedTime[];
  extras?: readonly ExtraOpening[];
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}): PlannedSlot[] {
  const rules = plan.rules.map((rule) => ({ rule, windows: windowsOf(rule) }));
  const slots: PlannedSlot[] = [];
  for (let day = plan.from; Temporal.PlainDate.compare(day, plan.to) <= 0; day = day.add({ days: 1 })) {
    const date = day.toString();
    const valid = rules.filter(({ rule }) => appliesOn(rule, date, day.dayOfWeek));
    const extra = plan.extras?.filter((opening) => opening.firstDay <= date && date <= opening.lastDay) ?? [];
    if (valid.length === 0 && extra.length === 0) continue;
    const clock = dayClock(day, plan.zone);
    const closed = closedSpans(plan.closures, date, clock);
    const found = new Map<number, PlannedSlot>();
    const add = (span: Span, desks: number) => {
      const known = found.get(span.from);
      if (known !== undefined && known.ends !== span.until) return;
      found.set(span.from, {
        starts: span.from,
        ends: span.until,
        day: date,
        capacity: desks + (known?.capacity ?? 0),
      });
    };
    for (const { starts, ends, minutes, desks } of extra) {
      const window = { from: minuteOf(starts), until: minuteOf(ends) };
      for (const span of spansIn(window, minutes, clock)) if (fits(span, [...found.values()])) add(span, desks);
    }
    const extraSlots = [...found.values()];
    for (const { rule, windows } of valid) {
      for (const span of windows.flatMap((window) => spansIn(window, rule.minutes, clock))) {
        if (closed.some((closure) => closure.from < span.until && closure.until > span.from)) continue;
        if (fits(span, extraSlots)) add(span, rule.desks);
      }
    }
    slots.push(...[...found.values()].sort((a, b) => a.starts - b.starts));
  }
  return slots;
}

/** The parts of a rule's day between its breaks, in minutes of the wall clock. */
export function windowsOf(rule: Pick<OpeningRule, 'starts' | 'ends' | 'breaks'>): Span[] {
  const breaks = rule.breaks
    .map((pause) => ({ from: minuteOf(pause.starts), until: minuteOf(pause.ends) }))
    .sort((a, b) => a.from - b.from);
  const windows: Span[] = [];
  let from = minuteOf(rule.starts);
  const until = minuteOf(rule.ends);
  for (const pause of breaks) {
    if (pause.from > from) windows.push({ from, until: Math.min(pause.from, until) });
    from = Math.max(from, pause.until);
  }
  if (from < until) windows.push({ from, until });
  return windows;
}

/** `HH:MM` or `HH:MM:SS` as minutes since midnight; `24:00` is the end of the day. */
export function minuteOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

export function appliesOn(rule: OpeningRule, date: string, weekday: number): boolean {
  return rule.weekdays.includes(weekday) && rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo);
}

/** Whether a span is one of these slots or touches none of them. */
function fits(span: Span, slots: readonly PlannedSlot[]): boolean {
  return slots.every(
    ({ starts, ends }) => span.until <= starts || span.from >= ends || (span.from === starts && span.until === ends),
  );
}

function spansIn(window: Span, minutes: number, clock: DayClock): Span[] {
  const closing = clock.closing(window.until);
  const spans: Span[] = [];
  let free = -Infinity;
  for (let minute = window.from; minute + minutes <= window.until; minute += minutes) {
    const from = clock.at(minute);
    // Past a skipped hour the next start on the grid can fall inside the slot before it.
    if (from === undefined || from < free) continue;
    const until = from + minutes * 60;
    if (until > closing) continue;
    spans.push({ from, until });
    free = until;
  }
  return spans;
}

function closedSpans(closures: readonly ClosedTime[], date: string, clock: DayClock): Span[] {
  return closures
    .filter((closure) => closure.firstDay <= date && date <= closure.lastDay)
    .map(({ starts, ends }) =>
      starts === null || ends === null
        ? { from: clock.start, until: clock.end }
        : { from: clock.earliest(minuteOf(starts)), until: clock.latest(minuteOf(ends)) },
    );
}
