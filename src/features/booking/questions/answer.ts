import type { Control } from '#features/offices/index.ts';
import { dayMonthYear } from '#platform/dates.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';

/** An answer with the question as it was put: an office that changes its questions changes nothing in bookings made before. */
export interface GivenAnswer {
  readonly code: string;
  readonly control: Control;
  /** the question */
  readonly label: LocalText;
  /** a text, a day as 1980-12-31, or the code of what was chosen */
  readonly value: string;
  /** what was chosen, in words */
  readonly chosen?: LocalText;
}

/** An answer as people read it. */
export function answerInWords({ control, value, chosen }: GivenAnswer, language: Language): string {
  if (chosen) return localText(chosen, language);
  return control === 'date' ? dayMonthYear(Temporal.PlainDate.from(value), language) : value;
}

/** Answers as programs read them. */
export function answersByCode(answers: readonly GivenAnswer[] | null): Record<string, string> | null {
  return answers && Object.fromEntries(answers.map(({ code, value }) => [code, value]));
}

/** Answers as they are kept. Those of before there were questions had names and texts only. */
export function keptAnswers(json: string): readonly GivenAnswer[] {
  const kept = JSON.parse(json) as readonly GivenAnswer[] | Record<string, string>;
  if (isList(kept)) return kept;
  return Object.entries(kept).map(([code, value]) => ({ code, control: 'text', label: { it: code }, value }));
}

function isList(kept: readonly GivenAnswer[] | Record<string, string>): kept is readonly GivenAnswer[] {
  return Array.isArray(kept);
}
