import type { LocalText } from '#platform/language.ts';

/** What the list of documents may depend on: questions about a visit, each with its possible answers. */
export const caseQuestions = {
  reason: ['first-issue', 'expiry', 'theft', 'loss', 'damage', 'change-of-data', 'other'],
  age: ['minor', 'adult', 'under-12', 'from-12'],
  citizenship: ['italian', 'eu', 'non-eu'],
  parents: ['both', 'one', 'judge'],
  fingerprints: ['not-now'],
  delegate: ['yes'],
} as const;

export type CaseQuestion = keyof typeof caseQuestions;

/** One answer that a document is for: `reason:theft`. */
export type DocumentCase = { [Q in CaseQuestion]: `${Q}:${(typeof caseQuestions)[Q][number]}` }[CaseQuestion];

export const documentCases = Object.entries(caseQuestions).flatMap(([question, answers]) =>
  // Made of the table's own names.
  answers.map((answer) => `${question}:${answer}` as DocumentCase),
);

/** Something to bring, and in which case when not always. */
export interface DocumentToBring {
  readonly text: LocalText;
  readonly when: LocalText | null;
  /** the same for the machine, which leaves out what the answers say is not needed; absent: always listed */
  readonly cases?: readonly DocumentCase[] | undefined;
}

/** What is known of one person's visit; what is missing is not known. */
export interface VisitFacts {
  readonly reason?: string | undefined;
  /** completed years on the day of the appointment */
  readonly age?: number | undefined;
  readonly citizenship?: string | undefined;
  readonly parents?: string | undefined;
  readonly fingerprints?: string | undefined;
  readonly delegate?: boolean | undefined;
}

export type Need = 'yes' | 'no' | 'perhaps';

/** Whether a document is needed: of each question that its cases name, one of the answers named must hold. */
export function neededFor(cases: readonly DocumentCase[], facts: VisitFacts): Need {
  const byQuestion = Map.groupBy(cases, (one) => one.slice(0, one.indexOf(':')));
  let need: Need = 'yes';
  for (const answers of byQuestion.values()) {
    const found = answers.map((one) => holds(one, facts));
    if (found.every((held) => held === false)) return 'no';
    if (!found.includes(true)) need = 'perhaps';
  }
  return need;
}

/** undefined: nobody has said. */
function holds(one: DocumentCase, facts: VisitFacts): boolean | undefined {
  const { age, delegate } = facts;
  switch (one) {
    case 'age:minor':
      return age === undefined ? undefined : age < 18;
    case 'age:adult':
      return age === undefined ? undefined : age >= 18;
    case 'age:under-12':
      return age === undefined ? undefined : age < 12;
    case 'age:from-12':
      return age === undefined ? undefined : age >= 12;
    case 'delegate:yes':
      return delegate;
    default:
      return answered(one, facts);
  }
}

function answered(one: DocumentCase, facts: VisitFacts): boolean | undefined {
  const [question = '', answer] = one.split(':');
  const known: Readonly<Record<string, string | undefined>> = {
    reason: facts.reason,
    citizenship: facts.citizenship,
    // Only minors have parents who consent.
    parents: facts.age !== undefined && facts.age >= 18 ? 'of-age' : facts.parents,
    // Those of younger children are not taken.
    fingerprints: facts.age !== undefined && facts.age < 12 ? 'not-taken' : facts.fingerprints,
  };
  const given = known[question];
  return given === undefined ? undefined : given === answer;
}
