import type { Language } from '#platform/language.ts';
import { askReasons, overrideReasons, type PhotoWhy } from './decision.rules.ts';
import { askReasonTexts, overrideReasonTexts } from './why.text.ts';

/** Why another photo is asked for, line by line: the reasons in the reader’s language, then the office’s own words as written. */
export function askWords({ reasons, words }: PhotoWhy, language: Language): string[] {
  const t = askReasonTexts.for(language);
  const known = askReasons.filter((reason) => reasons.includes(reason) && (reason !== 'other' || words === null));
  return [...known.map((reason) => t(reason)), ...linesOf(words)];
}

/** Why a photo counts against the checks. */
export function overrideWords({ reasons, words }: PhotoWhy, language: Language): string[] {
  const t = overrideReasonTexts.for(language);
  const known = overrideReasons.filter((reason) => reasons.includes(reason) && (reason !== 'other' || words === null));
  return [...known.map((reason) => t(reason)), ...linesOf(words)];
}

function linesOf(words: string | null): string[] {
  return (words ?? '').split(/\n+/).filter((line) => line.trim() !== '');
}
