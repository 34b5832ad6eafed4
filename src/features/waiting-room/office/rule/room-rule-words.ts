import type { Language } from '#platform/language.ts';
import { inUnits } from './room-rule.form.ts';
import type { RoomRule } from '../../rule/room-rule.ts';
import { roomRuleTexts } from './room-rule.text.ts';

/** A rule in sentences. */
export function roomRuleWords(rule: RoomRule, language: Language): string {
  const t = roomRuleTexts.for(language);
  if (rule.room === 'never') return t('words.never');
  const closes =
    rule.closesMinutes === 0 ? t('atOpening') : t('beforeOpening', { length: lengthOf(rule.closesMinutes, language) });
  const told = { when: t(`when.${rule.room}`), joins: lengthOf(rule.joinsMinutes, language), closes };
  const sentences = [t(`words.${rule.ordering}`, told)];
  if (rule.ordering !== 'registration-draw') sentences.push(t('words.turn', { n: Math.round(rule.turnSeconds / 60) }));
  if (rule.ordering !== 'first-come')
    sentences.push(rule.unmixedReason === null ? t('words.mixed') : t('words.unmixed', { reason: rule.unmixedReason }));
  return sentences.join(' ');
}

/** `30 minuti`, `10 giorni` */
function lengthOf(minutes: number, language: Language): string {
  const { count, unit } = inUnits(minutes);
  return roomRuleTexts.for(language)(`count.${unit}`, { n: count });
}
