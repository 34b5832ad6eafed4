import { minuteOf } from '../../rules.ts';
import type { GridOpening, WeekGrid } from '../../editing/week-grid.rules.ts';

interface Hours {
  readonly starts: string;
  readonly ends: string;
}

/** The classes that put an opening at its hours, beside others of the same time. */
export function openingPlaces(opening: GridOpening): string {
  return `${hourPlaces(opening)} ${lanePlaces(opening)}`;
}

export function pausePlaces(pause: Hours, opening: GridOpening): string {
  return `${hourPlaces(pause)} ${lanePlaces(opening)}`;
}

/** A closed time, as far as the grid shows it. */
export function closedPlaces(closed: Hours, { firstHour, lastHour }: WeekGrid): string {
  const within = (time: string) => Math.min(lastHour * 60, Math.max(firstHour * 60, minuteOf(time)));
  return minutePlaces(within(closed.starts), within(closed.ends));
}

function hourPlaces({ starts, ends }: Hours): string {
  return minutePlaces(minuteOf(starts), minuteOf(ends));
}

function minutePlaces(from: number, until: number): string {
  const [a, b] = [Math.floor(from / 5) * 5, Math.ceil(until / 5) * 5];
  return `t-from-h${Math.floor(a / 60)} t-from-m${a % 60} t-until-h${Math.floor(b / 60)} t-until-m${b % 60}`;
}

function lanePlaces({ lane, lanes }: GridOpening): string {
  return `t-lane-${lane} t-lanes-${lanes}`;
}
