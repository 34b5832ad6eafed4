import { type Break, minuteOf, type OpeningRule } from '../rules.ts';

/** Where an opening of one weekday is put. */
export interface Place {
  /** 1 Monday … 7 Sunday */
  readonly weekday: number;
  /** `HH:MM` */
  readonly starts: string;
  readonly ends: string;
}

/**
 * A rule at another place. Its breaks move along when its start moves and its length stays; when it grows or shrinks
 * they stay, cut where they would stick out. A whole rule keeps its weekdays.
 */
export function reshaped(rule: OpeningRule, to: Pick<Place, 'starts' | 'ends'>): OpeningRule {
  const { starts, ends } = to;
  const later = minuteOf(starts) - minuteOf(rule.starts);
  const isMoved = later === minuteOf(ends) - minuteOf(rule.ends);
  const breaks = isMoved ? rule.breaks.map((pause) => shifted(pause, later)) : rule.breaks;
  return { ...rule, starts, ends, breaks: breaks.flatMap((pause) => clipped(pause, to)) };
}

/** A rule without one of its weekdays; undefined when it has no other. */
export function withoutDay(rule: OpeningRule, weekday: number): OpeningRule | undefined {
  const weekdays = rule.weekdays.filter((day) => day !== weekday);
  return weekdays.length === 0 ? undefined : { ...rule, weekdays };
}

/** `HH:MM` of a minute since midnight. */
export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function shifted(pause: Break, later: number): Break {
  return { starts: timeOf(minuteOf(pause.starts) + later), ends: timeOf(minuteOf(pause.ends) + later) };
}

function clipped(pause: Break, { starts, ends }: { starts: string; ends: string }): Break[] {
  const from = pause.starts < starts ? starts : pause.starts;
  const until = pause.ends > ends ? ends : pause.ends;
  return from < until ? [{ starts: from, ends: until }] : [];
}
