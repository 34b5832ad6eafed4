import type { DocumentToBring, Offering } from '#features/offices/index.ts';

/** What is asked of each person so that the list of documents fits: only what it depends on. */
export interface VisitAsks {
  readonly citizenship: boolean;
  readonly parents: boolean;
  readonly fingerprints: boolean;
  /** days before a card expires from which it may be renewed; null: not asked */
  readonly renewalDays: number | null;
}

export function visitAsks(
  documents: readonly DocumentToBring[],
  { reasons, renewalDays }: Pick<Offering, 'reasons' | 'renewalDays'>,
): VisitAsks {
  const cases = documents.flatMap((document) => document.cases ?? []);
  const dependsOn = (question: string): boolean => cases.some((one) => one.startsWith(`${question}:`));
  return {
    citizenship: dependsOn('citizenship'),
    parents: dependsOn('parents'),
    fingerprints: dependsOn('fingerprints'),
    renewalDays: reasons.includes('expiry') ? renewalDays : null,
  };
}

export function asksNothing({ citizenship, parents, fingerprints, renewalDays }: VisitAsks): boolean {
  return !citizenship && !parents && !fingerprints && renewalDays === null;
}
