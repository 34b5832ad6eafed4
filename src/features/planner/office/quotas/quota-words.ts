import type { Language } from '#platform/language.ts';
import type { Quota } from '../../quotas/quota.rules.ts';
import { quotasTexts } from './quotas.text.ts';

/** A quota as a line: `al massimo 2 posti di ogni orario: chi risiede altrove`. */
function quotaWords({ who, kind, seats, per, untilMinutes }: Quota, language: Language): string {
  const t = quotasTexts.for(language);
  const group = t(who);
  const words = t('words', {
    kind,
    seats,
    per,
    who: `${group.slice(0, 1).toLocaleLowerCase(language)}${group.slice(1)}`,
  });
  return untilMinutes === null ? words : t('wordsUntil', { words, hours: Math.ceil(untilMinutes / 60) });
}

/** All quotas of a planner in words. */
export function quotasWords(quotas: readonly Quota[], language: Language): string {
  if (quotas.length === 0) return quotasTexts.for(language)('none');
  return quotas.map((quota) => quotaWords(quota, language)).join('; ');
}
