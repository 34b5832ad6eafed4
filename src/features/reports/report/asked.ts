import type { Grain, Period } from '../figures/period.rules.ts';
import type { Scope } from '../figures/scope.query.ts';

/** What a report is asked for. */
export interface Asked {
  readonly scope: Scope;
  readonly period: Period;
  /** how finely, where its rows are days */
  readonly grain: Grain;
}
