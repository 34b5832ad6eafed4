import { dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { readRules } from './draw-rules.ts';
import type { Verdict } from './verify.ts';
import { verdictTexts } from './verdict.text.ts';

/** What a check comes to, in one line, and what to compare it with. */
export function verdictInWords(verdict: Verdict, language: Language): { said: string; more: string[] } {
  const t = verdictTexts.for(language);
  if (!verdict.ok) {
    const { fault, detail } = verdict;
    return { said: t('fault', { fault: t(fault, { detail: detail || '–' }) }), more: [] };
  }
  const { proof, result } = verdict;
  const { closed, drawn, publicValue } = proof;
  const more: string[] = [];
  if (result === 'not-revealed') more.push(t(`awaits.${verdict.awaits}`));
  if (drawn && closed) more.push(t('participants', { n: closed.participants, places: drawn.places.length }));
  const mixing = readRules(proof.rules)?.mixing;
  if (mixing && publicValue !== null)
    more.push(
      t('value', {
        value: publicValue,
        what: localText(mixing, language),
        day: dayMonthYear(Temporal.PlainDate.from(mixing.day), language),
        source: mixing.source,
      }),
    );
  if (closed) more.push(t('root', { root: closed.listRoot }));
  return { said: t(result), more };
}
