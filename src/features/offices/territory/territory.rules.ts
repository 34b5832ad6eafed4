import type { Language, LocalText } from '#platform/language.ts';
import { localText } from '#platform/language.ts';
import { listInWords } from '#platform/list-in-words.ts';
import type { ServedCountry } from './territory.query.ts';

/** What an office serves, in one line: "Regno Unito: Scozia e Irlanda del Nord; Irlanda". */
export function territoryInWords(territory: readonly ServedCountry[], language: Language): string {
  const list = (texts: readonly LocalText[]) => listInWords(texts, language);
  const [first] = territory;
  const plain = territory.every(({ parts }) => parts.length === 0);
  if (plain) return list(territory.map(({ name }) => name));
  // Where an office serves parts of one country, its name goes without saying.
  if (territory.length === 1 && first) return list(first.parts);
  return territory
    .map(({ name, parts }) =>
      parts.length === 0 ? localText(name, language) : `${localText(name, language)} (${list(parts)})`,
    )
    .join('; ');
}
