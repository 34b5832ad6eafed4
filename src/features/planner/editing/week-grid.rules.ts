import type { DraftRule } from './draft.query.ts';
import { type Break, type ClosedTime, type ExtraOpening, minuteOf, type OpeningRule, windowsOf } from '../rules.ts';
import { appliesOn } from '../rules.ts';

/** An opening as it stands on one day of the week. */
export interface GridOpening {
  /** null: an extra opening, which is no rule */
  readonly rule: DraftRule | null;
  readonly starts: string;
  readonly ends: string;
  readonly breaks: readonly Break[];
  readonly minutes: number;
  readonly desks: number;
  readonly seats: number;
  /** Openings at the same time stand side by side: which place of how many, from 1. */
  readonly lane: number;
  readonly lanes: number;
}

export interface GridDay {
  /** 1 Monday … 7 Sunday */
  readonly weekday: number;
  /** null in the week of all rules, which has no dates */
  readonly date: Temporal.PlainDate | null;
  readonly openings: readonly GridOpening[];
  readonly closed: readonly { starts: string; ends: string }[];
}

/** A week of a planner as a grid: whole hours from `firstHour` to `lastHour`. */
export interface WeekGrid {
  readonly firstHour: number;
  readonly lastHour: number;
  readonly days: readonly GridDay[];
}

/** Places side by side; more openings at once share the last. */
const mostLanes = 4;

/**
 * The openings of the week that begins on a Monday; without one, of a week in which all rules hold that are not over.
 */
export function weekGrid(plan: {
  rules: readonly DraftRule[];
  closures: readonly ClosedTime[];
  extras: readonly ExtraOpening[];
  monday: Temporal.PlainDate | null;
  today: Temporal.PlainDate;
}): WeekGrid {
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => gridDay(plan, weekday));
  const openings = days.flatMap((day) => day.openings);
  const firsts = openings.map(({ starts }) => Math.floor(minuteOf(starts) / 60) - 1);
  const lasts = openings.map(({ ends }) => Math.ceil(minuteOf(ends) / 60) + 1);
  return { days, firstHour: Math.max(0, Math.min(8, ...firsts)), lastHour: Math.min(24, Math.max(18, ...lasts)) };
}

function gridDay(plan: Parameters<typeof weekGrid>[0], weekday: number): GridDay {
  const { monday, today } = plan;
  const date = monday?.add({ days: weekday - 1 }) ?? null;
  const iso = date?.toString();
  const isMeant = (rule: OpeningRule) =>
    iso === undefined
      ? rule.weekdays.includes(weekday) && (rule.validTo === null || rule.validTo >= today.toString())
      : appliesOn(rule, iso, weekday);
  const isOn = ({ firstDay, lastDay }: { firstDay: string; lastDay: string }) =>
    iso !== undefined && firstDay <= iso && iso <= lastDay;
  const openings = [
    ...plan.rules.filter(({ rule }) => isMeant(rule)).map((known) => ({ ...known.rule, rule: known })),
    ...plan.extras.filter(isOn).map((extra) => ({ ...extra, breaks: [], rule: null })),
  ];
  const closed = plan.closures
    .filter(isOn)
    .map(({ starts, ends }) => ({ starts: starts ?? '00:00', ends: ends ?? '24:00' }));
  return { weekday, date, closed, openings: sideBySide(openings) };
}

type Placed = Omit<GridOpening, 'seats' | 'lane' | 'lanes'>;

function sideBySide(openings: readonly Placed[]): GridOpening[] {
  const sorted = [...openings].sort(
    (a, b) => minuteOf(a.starts) - minuteOf(b.starts) || minuteOf(a.ends) - minuteOf(b.ends),
  );
  const groups: Placed[][] = [];
  let until = -1;
  for (const opening of sorted) {
    if (minuteOf(opening.starts) >= until) groups.push([]);
    groups.at(-1)?.push(opening);
    until = Math.max(until, minuteOf(opening.ends));
  }
  return groups.flatMap(inLanes);
}

function inLanes(group: readonly Placed[]): GridOpening[] {
  const busyUntil: number[] = [];
  const lanes = group.map((opening) => {
    const free = busyUntil.findIndex((until) => until <= minuteOf(opening.starts));
    const lane = free === -1 ? Math.min(busyUntil.length, mostLanes - 1) : free;
    busyUntil[lane] = Math.max(busyUntil[lane] ?? 0, minuteOf(opening.ends));
    return lane;
  });
  return group.map((opening, index) => {
    const { rule, starts, ends, breaks, minutes, desks } = opening;
    const lane = (lanes[index] ?? 0) + 1;
    return { rule, starts, ends, breaks, minutes, desks, lane, lanes: busyUntil.length, seats: seatsOf(opening) };
  });
}

function seatsOf(opening: Placed): number {
  const { minutes, desks } = opening;
  return windowsOf(opening).reduce((sum, { from, until }) => sum + Math.floor((until - from) / minutes) * desks, 0);
}
