import { type CheckResult, type Verdict, verdictOf } from '#features/photo/index.ts';

/** What no check can tell, and its person can: its age, that nothing was retouched, that the ears are in view. */
export const declarations = ['recent', 'untouched', 'ears'] as const;
export type Declaration = (typeof declarations)[number];

/** Why a photo is kept although the checks say otherwise. */
export const keepReasons = ['like-this', 'health', 'no-better', 'checks-wrong', 'other'] as const;
export type KeepReason = (typeof keepReasons)[number];

/** What a photo's person says of it. */
export interface PhotoSaid {
  readonly declared: readonly Declaration[];
  /** for religion or health: which of them is nobody's business */
  readonly headCovered: boolean;
  readonly reason: { readonly kind: KeepReason; readonly words: string | null } | null;
}

export const nothingSaid: PhotoSaid = { declared: [], headCovered: false, reason: null };

/** What a covered head may show that would be a fault without its reason. The face itself is judged like any other. */
const ofCovering: readonly string[] = ['head-covering'];

/** A check that looks at what is on the head. */
export function isOfCovering({ id }: { readonly id: string }): boolean {
  return ofCovering.includes(id);
}

/** A check that says nothing here, because the head is covered for a reason that the office looks at. */
export function isExcused(check: Pick<CheckResult, 'id' | 'verdict'>, said: Pick<PhotoSaid, 'headCovered'>): boolean {
  return said.headCovered && isOfCovering(check) && (check.verdict === 'fail' || check.verdict === 'warn');
}

/** What all checks together say, once its person has said what they say. */
export function verdictWith(checks: readonly CheckResult[], said: Pick<PhotoSaid, 'headCovered'>): Verdict {
  return verdictOf(checks.filter((check) => !isExcused(check, said)));
}

/** What is asked of its person: not what the camera has already told, nor ears under a covering. */
export function declarationsFor(
  checks: readonly Pick<CheckResult, 'id' | 'verdict'>[],
  said: Pick<PhotoSaid, 'headCovered'>,
): Declaration[] {
  const isKnown = checks.some(({ id, verdict }) => id === 'recent' && verdict === 'pass');
  return declarations.filter((one) => !(one === 'recent' && isKnown) && !(one === 'ears' && said.headCovered));
}

export type SaidRefusal = 'needs-declarations' | 'needs-reason' | 'needs-words';

/**
 * What is still to be said before a photo counts. One that the checks find right is declared to be what they cannot see; one
 * that they do not, or about which something cannot be declared, is kept with a reason.
 */
export function lacksToBeSaid(checks: readonly CheckResult[], said: PhotoSaid): SaidRefusal | undefined {
  if (said.reason) return said.reason.kind === 'other' && !said.reason.words ? 'needs-words' : undefined;
  if (verdictWith(checks, said) === 'fail') return 'needs-reason';
  const isDeclared = declarationsFor(checks, said).every((one) => said.declared.includes(one));
  return isDeclared ? undefined : 'needs-declarations';
}
