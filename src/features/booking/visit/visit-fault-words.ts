import { withArticle } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import type { DataFault } from '../people.ts';
import { peopleFaultTexts } from '../form/people-faults.text.ts';
import { visitTexts } from './visit.text.ts';

/** What to do about a card that is renewed too early or a name in other letters; undefined for other faults. */
export function visitFaultWords({ reason, from, days = 0, suggestion = '' }: DataFault, language: Language) {
  if (reason === 'name-latin')
    return peopleFaultTexts.for(language)('name-latin', { suggestion: suggestion || 'none' });
  if (reason !== 'too-early-to-renew' || from === undefined) return undefined;
  return visitTexts.for(language)('too-early-to-renew', { days, from: withArticle('dal', from, language) });
}
