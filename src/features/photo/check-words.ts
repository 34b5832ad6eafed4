import { longDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { CheckResult } from './check.ts';
import { findingTexts, requirementTexts } from './check.text.ts';

/** A check in words: what was asked, and what was found with what to do. */
export function checkInWords(
  { id, finding, measured }: CheckResult,
  language: Language,
): { requirement: string; message: string } {
  const { day } = measured;
  const values =
    typeof day === 'string' ? { ...measured, day: longDate(Temporal.PlainDate.from(day), language) } : measured;
  return {
    requirement: requirementTexts.for(language)(id),
    message: findingTexts.for(language)(finding, values),
  };
}
