import type { CalendarEntry } from './closure.query.ts';
import { appliesOn, type OpeningRule } from '../rules.ts';

/** How an office spends a day: `rest` when it has no hours on such days, `limited` when some of them are closed. */
export type DayState = 'works' | 'limited' | 'closed' | 'extra' | 'rest';

export interface PlannerHours {
  readonly plannerId: number;
  readonly rules: readonly OpeningRule[];
}

/** What a day is for an office, from its planners' rules and the closures and extra openings of that day. */
export function dayState(
  day: Temporal.PlainDate,
  planners: readonly PlannerHours[],
  entries: readonly CalendarEntry[],
): DayState {
  if (entries.some(({ kind }) => kind === 'extra-opening')) return 'extra';
  const closures = entries.filter(({ kind }) => kind === 'closure');
  const whole = closures.filter(({ starts }) => starts === null);
  if (whole.some(({ plannerId }) => plannerId === null)) return 'closed';
  const date = day.toString();
  const working = planners.filter(({ rules }) => rules.some((rule) => appliesOn(rule, date, day.dayOfWeek)));
  if (working.length === 0) return 'rest';
  const open = working.filter((planner) => !whole.some(({ plannerId }) => plannerId === planner.plannerId));
  if (open.length === 0) return 'closed';
  return closures.length > 0 ? 'limited' : 'works';
}
