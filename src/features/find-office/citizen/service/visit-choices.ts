import {
  answerName,
  type CaseQuestion,
  caseQuestions,
  type DocumentCase,
  documentCases,
  type DocumentToBring,
  type VisitFacts,
} from '#features/offices/index.ts';
import { queryText } from '#platform/http/query.ts';
import type { Language } from '#platform/language.ts';

/** What the reader has chosen, by question: whatever the address says that is no answer counts as none. */
export type VisitChoices = Partial<Record<CaseQuestion, DocumentCase>>;

const questions = Object.keys(caseQuestions) as CaseQuestion[];

export function readChoices(query: unknown): VisitChoices {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const typed = `${question}:${queryText(query, question)}`;
      const known = documentCases.find((one) => one === typed);
      return known === undefined ? [] : [[question, known]];
    }),
  );
}

/** The questions that a list of documents, or the fee, depends on, each with its answers. */
export function questionsAbout(
  documents: readonly DocumentToBring[],
  { reasons, language }: { reasons: readonly string[]; language: Language },
): { question: CaseQuestion; options: { value: string; label: string }[] }[] {
  const named = new Set(documents.flatMap(({ cases = [] }) => cases));
  const asked = (question: CaseQuestion) => [...named].some((one) => one.startsWith(`${question}:`));
  return questions
    .filter((question) => (question === 'reason' ? reasons.length > 0 || asked(question) : asked(question)))
    .map((question) => {
      const offered = documentCases.filter((one) => one.startsWith(`${question}:`));
      const fitting =
        question === 'reason' && reasons.length > 0 ? offered.filter((one) => reasons.includes(codeOf(one))) : offered;
      // Of ages the four overlap: those that the list names, and who is of age.
      const shown = question === 'age' ? offered.filter((one) => named.has(one) || one === 'age:adult') : fitting;
      return { question, options: shown.map((one) => ({ value: codeOf(one), label: answerName(one, language) })) };
    });
}

/** The choices as they would be known of a booking. */
export function factsChosen(choices: VisitChoices): VisitFacts {
  const code = (question: CaseQuestion) => {
    const one = choices[question];
    return one && codeOf(one);
  };
  return {
    reason: code('reason'),
    age: choices.age && ages[choices.age],
    citizenship: code('citizenship'),
    parents: code('parents'),
    fingerprints: code('fingerprints'),
    delegate: choices.delegate ? true : undefined,
  };
}

/** Somebody who fits each answer about the age. */
const ages: Partial<Record<DocumentCase, number>> = {
  'age:minor': 12,
  'age:adult': 18,
  'age:under-12': 11,
  'age:from-12': 12,
};

export function codeOf(one: DocumentCase): string {
  return one.slice(one.indexOf(':') + 1);
}
