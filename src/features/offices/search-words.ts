import { searchText } from './search-text.ts';

/** Words that say nothing about a place. */
const small = new Set(
  (
    'a al alla d da dal dei del dell della delle di e gli i il in l la le lo nel nell nella per presso sul sull sulla ' +
    'at for of the to'
  ).split(' '),
);

/** Words that say what kind of office or service is wanted, left out so that "consolato di Londra" finds London. */
const generic = new Set(
  (
    'ambasciata ambasciate anagrafe appuntamento cancelleria carta cie comune comuni consolare consolati consolato ' +
    'elettronica generale identita italia italiana italiano passaporto prenota prenotare prenotazione sede sedi ufficio uffici ' +
    'appointment booking consular consulate embassy general italian italy municipality office passport registry'
  ).split(' '),
);

/** "comu", "regis": what begins a word that stands in the names of nearly all offices. */
export function beginsGenericWord(start: string): boolean {
  return [...generic].some((word) => word.startsWith(start));
}

const saints: Readonly<Record<string, readonly string[]>> = {
  s: ['s', 'san', 'santo', 'santa', 'sant'],
  st: ['st', 'saint', 'sankt', 'san'],
  sta: ['sta', 'santa'],
  sto: ['sto', 'santo'],
};

const mostWords = 8;

export interface TypedSearch {
  /** all of it, as searches compare it */
  readonly phrase: string;
  /** the words to look for, each with the ways it may be written */
  readonly words: readonly (readonly string[])[];
  /** the words that name a place, in order; small ones kept */
  readonly place: readonly string[];
}

/** What somebody typed, as the words to look for. */
export function readSearch(typed: string): TypedSearch {
  const phrase = searchText(typed.slice(0, 200));
  const all = phrase.split(' ').filter(Boolean).slice(0, mostWords);
  const named = all.filter((word) => !generic.has(word));
  const place = named.some((word) => !small.has(word)) ? trimSmall(named) : all;
  const telling = place.filter((word) => !small.has(word));
  const words = (telling.length > 0 ? telling : place).map((word) => saints[word] ?? [word]);
  return { phrase, words, place };
}

/** `reggio nell emilia` → `reggioemilia`; all words, when all are small. */
export function withoutSmallWords(words: string): string {
  const all = words.split(' ');
  const telling = all.filter((word) => !small.has(word));
  return (telling.length > 0 ? telling : all).join('');
}

/** The ways a place's words may be joined for looking a name up. */
export function keysOf(words: readonly string[]): string[] {
  const [first = '', ...rest] = words;
  return (saints[first] ?? [first]).flatMap((start) => {
    const text = [start, ...rest].join(' ');
    return [...new Set([withoutSmallWords(text), text.replaceAll(' ', '')])];
  });
}

function trimSmall(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !small.has(word));
  // "l aquila" and "la spezia" begin with a small word of their own: keys are made with and without it.
  return words.slice(first > 0 && isPreposition(words[0]) ? first : 0);
}

function isPreposition(word = ''): boolean {
  return [
    'a',
    'al',
    'alla',
    'di',
    'del',
    'della',
    'dell',
    'd',
    'da',
    'in',
    'per',
    'presso',
    'at',
    'of',
    'for',
    'to',
  ].includes(word);
}
