import type { Language } from '#platform/language.ts';
import type { WeekGrid } from '../../editing/week-grid.rules.ts';

export interface WeekGridProps {
  readonly language: Language;
  readonly office: string;
  readonly plannerId: number;
  readonly grid: WeekGrid;
  readonly monday: Temporal.PlainDate | null;
  readonly today: Temporal.PlainDate;
  /** by weekday, Monday first, closures counted */
  readonly seats: readonly number[];
}
