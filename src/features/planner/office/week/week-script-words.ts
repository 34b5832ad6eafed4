import type { Language } from '#platform/language.ts';
import { weekGridTexts } from './week-grid.text.ts';

const spoken = ['saysFree', 'saysOpening', 'saysStart', 'saysRange', 'saysCancelled', 'saysMoved', 'cursor'] as const;
const asked = ['moveAsk', 'moveDay', 'moveAll', 'removeAsk', 'removeOne', 'removeDay', 'removeAll'] as const;

/** Sentences with the places of their values open: the script fills them in. */
export function scriptWords(language: Language): Record<string, string> {
  const t = weekGridTexts.for(language);
  const names = ['day', 'time', 'opening', 'starts', 'ends', 'from', 'to', 'days'];
  const open = Object.fromEntries(names.map((name) => [name, `{${name}}`]));
  return Object.fromEntries([...spoken, ...asked].map((key) => [key, t(key, open)]));
}
