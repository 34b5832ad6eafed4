import { askedAt, type Question, readPattern } from '#features/offices/index.ts';
import { isWithin } from '#platform/characters.ts';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import type { GivenAnswer } from './answer.ts';

export type AnswerReason = 'required' | 'required-choice' | 'date' | 'too-long' | 'pattern' | 'unknown-field';

export interface AnswerFault {
  readonly code: string;
  readonly reason: AnswerReason;
  /** undefined where there is no such question */
  readonly question: Question | undefined;
}

/** The questions put to the person at this place of a party. */
export function questionsFor(questions: readonly Question[], position: number): readonly Question[] {
  return questions.filter(({ askedOf }) => askedOf.includes(askedAt(position)));
}

/** One person's answers against the questions of the offering; all faults at once. */
export function checkAnswers(
  questions: readonly Question[],
  position: number,
  sent: Readonly<Record<string, string>> | null,
): { answers: readonly GivenAnswer[] | null; faults: readonly AnswerFault[] } {
  const asked = questionsFor(questions, position);
  const codes = new Set(asked.map(({ code }) => code));
  const faults: AnswerFault[] = Object.keys(sent ?? {})
    .filter((code) => !codes.has(code))
    .map((code) => ({ code, reason: 'unknown-field', question: undefined }));
  const answers = asked.flatMap((question): GivenAnswer[] => {
    const checked = checkAnswer(question, sent?.[question.code] ?? '');
    if (typeof checked !== 'string') return checked === undefined ? [] : [checked];
    faults.push({ code: question.code, reason: checked, question });
    return [];
  });
  return { answers: answers.length > 0 ? answers : null, faults };
}

/** The answer, nothing where nothing was said and nothing had to be, or what is wrong. */
function checkAnswer(question: Question, sent: string): GivenAnswer | AnswerReason | undefined {
  const { code, control, label, mandatory } = question;
  const typed = sent.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (typed === '') {
    if (!mandatory) return undefined;
    return control === 'choice' ? 'required-choice' : 'required';
  }
  switch (control) {
    case 'choice': {
      const option = question.options.find((one) => one.code === typed);
      return option ? { code, control, label, value: typed, chosen: option.label } : 'required-choice';
    }
    case 'date': {
      const day = readTypedDate(typed);
      return day && day.year >= 1800 && day.year <= 2200 ? { code, control, label, value: day.toString() } : 'date';
    }
    case 'text':
      if (!isWithin(typed, question.maxLength)) return 'too-long';
      // A pattern was checked when the office saved it; one that cannot be read any more asks for nothing.
      return question.pattern !== null && readPattern(question.pattern)?.fits(typed) === false
        ? 'pattern'
        : { code, control, label, value: typed };
  }
}
