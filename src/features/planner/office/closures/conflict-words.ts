import type { Language } from '#platform/language.ts';
import type { GridConflict } from '../../slots/grid.rules.ts';
import type { OpeningRule } from '../../rules.ts';
import { ruleDays, ruleHours } from '../week/rule-words.ts';
import { ruleTexts } from '../week/rule.text.ts';

/** Why an opening does not fit with another one of the same hours, and what to do. */
export function conflictWords(reason: GridConflict, other: OpeningRule, language: Language): string {
  const t = ruleTexts.for(language);
  const values = { minutes: other.minutes, days: ruleDays(other, language), hours: ruleHours(other, language) };
  return reason === 'other-minutes' ? t('otherMinutes', values) : t('otherStarts', values);
}
