import { type CheckResult, verdictOf } from '../check.ts';
import type { Examined } from '../examined.ts';
import { photoRules } from '../rules.ts';

/** Of this photo nothing can be kept. */
export function refusal(...checks: readonly CheckResult[]): Examined {
  return { ...judged(checks), portrait: undefined, source: undefined, fault: undefined };
}

/** The results with what they say together, and by which rules. */
export function judged(checks: readonly CheckResult[]) {
  return { verdict: verdictOf(checks), checks, rulesVersion: photoRules.version };
}
