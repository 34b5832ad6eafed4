import { searchText } from './search-text.ts';

/** Words that say nothing about a place, left out so that "consolato di Londra" finds London. */
const small = new Set('a al d da dei del della di e il in l la lo per presso at for of the to'.split(' '));

const mostWords = 8;

/** What somebody typed, as the words to look for. */
export function searchWords(typed: string): { phrase: string; words: readonly string[] } {
  const phrase = searchText(typed.slice(0, 200));
  const all = phrase.split(' ').filter(Boolean).slice(0, mostWords);
  const telling = all.filter((word) => !small.has(word));
  return { phrase, words: telling.length > 0 ? telling : all };
}
