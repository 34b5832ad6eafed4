import type { SearchName } from './search-names.query.ts';
import { readSearch } from './search-words.ts';

/** A name that somebody may have meant. */
export interface NearbyName {
  readonly name: string;
  /** letters added, left out, changed or swapped */
  readonly mistakes: number;
}

/**
 * Names written nearly like what was typed, the closest first, and among those the larger places: one mistake in up to five
 * letters, two in up to nine, then three. Only those with as few mistakes as the closest.
 */
export function nearbyNames(typed: string, names: readonly SearchName[], most = 4): NearbyName[] {
  const text = readSearch(typed).place.join(' ');
  const allowed = text.length < 3 ? 0 : text.length < 6 ? 1 : text.length < 10 ? 2 : 3;
  if (allowed === 0) return [];
  const letters = lettersOf(text);
  const found: (NearbyName & { size: number })[] = [];
  for (const one of names) {
    const { words, name, size } = one;
    if (Math.abs(words.length - text.length) > allowed) continue;
    // A mistake adds a letter, takes one away, or both: names with other letters need not be compared.
    if (countBits(letters ^ keptLetters(one)) > 2 * allowed) continue;
    const mistakes = mistakesBetween(text, words, allowed);
    if (mistakes <= allowed && mistakes > 0) found.push({ name, mistakes: mistakes + otherStart(text, words), size });
  }
  found.sort((a, b) => a.mistakes - b.mistakes || b.size - a.size);
  const best = Math.floor(found[0]?.mistakes ?? 0);
  return found
    .map(({ name, mistakes }) => ({ name, mistakes: Math.floor(mistakes) }))
    .filter(({ mistakes }) => mistakes === best)
    .slice(0, most);
}

const kept = new WeakMap<SearchName, number>();

function keptLetters(name: SearchName): number {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const letters = lettersOf(name.words);
  kept.set(name, letters);
  return letters;
}

/** Which letters a name has, a bit for each. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) letters |= 1 << (text.charCodeAt(index) & 31);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** The first letter is rarely the wrong one. */
function otherStart(one: string, other: string): number {
  return one[0] === other[0] ? 0 : 0.5;
}

/** Letters added, left out, changed or swapped; anything above `most` is as good as more. */
function mistakesBetween(one: string, other: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    // Cells farther from the diagonal than the mistakes allowed cannot be on the way.
    const from = Math.max(1, row - most);
    const to = Math.min(other.length, row + most);
    for (let column = from; column <= to; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const cell = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + same,
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
      current[column] = cell;
      least = Math.min(least, cell);
    }
    if (least > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return at(last, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
