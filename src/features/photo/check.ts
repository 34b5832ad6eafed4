import type { Finding, Requirement } from './check.text.ts';
import type { Unit } from './checks/limits.ts';
import type { Picture } from './picture.ts';
import type { PhotoRules } from './rules.ts';

export const verdicts = ['pass', 'warn', 'fail', 'not-assessed'] as const;
export type Verdict = (typeof verdicts)[number];

/** What one check found: kept as it is, and put into words when somebody reads it. */
export interface CheckResult {
  readonly id: Requirement;
  readonly verdict: Verdict;
  /** 0 to 100; null where nothing is measured */
  readonly score: number | null;
  readonly finding: Finding;
  /** what was measured and its limit, for the words */
  readonly measured: Readonly<Record<string, string | number>>;
  /** the number that decided, where a number did */
  readonly figure?: Figure | undefined;
}

/** A measured number and the limits within which it passes. */
export interface Figure {
  readonly value: number;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly unit: Unit;
}

/** One requirement, looked at in a decoded picture. */
export interface PhotoCheck {
  readonly id: Requirement;
  look(picture: Picture, setting: { rules: PhotoRules; today: Temporal.PlainDate }): CheckResult;
}

/** The worst of all: what was not assessed says nothing. */
export function verdictOf(results: readonly Pick<CheckResult, 'verdict'>[]): Verdict {
  const order = ['fail', 'warn', 'pass'] as const;
  return order.find((verdict) => results.some((result) => result.verdict === verdict)) ?? 'not-assessed';
}
