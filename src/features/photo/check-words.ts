import { longDate } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { CheckResult, Figure } from './check.ts';
import { figureTexts, findingTexts, requirementTexts } from './check.text.ts';

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

/** A number with its limits, as a table shows it: “12.6° (from −5.5° to 5.5°)”. */
export function figureInWords({ value, from, to, unit }: Figure, language: Language): string {
  const t = figureTexts.for(language);
  const withUnit = (number: number) => t(unit, { value: number });
  const shown = { value: withUnit(value), from: withUnit(from ?? 0), to: withUnit(to ?? 0) };
  if (from === undefined && to === undefined) return shown.value;
  return t(from === undefined ? 'most' : to === undefined ? 'least' : 'range', shown);
}
