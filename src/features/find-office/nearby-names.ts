import { searchText } from '#features/offices/index.ts';

/** Names written nearly like what was typed, the closest first: at most one mistake in four letters. */
export function nearbyNames(typed: string, names: readonly string[], most = 5): string[] {
  const text = searchText(typed);
  const allowed = Math.min(3, Math.floor(text.length / 4) + (text.length >= 3 ? 1 : 0));
  if (allowed === 0) return [];
  return names
    .map((name) => ({ name, mistakes: mistakesBetween(text, searchText(name), allowed) }))
    .filter(({ mistakes }) => mistakes <= allowed)
    .sort((a, b) => a.mistakes - b.mistakes)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Letters added, left out, changed or swapped; anything above `most` is as good as more. */
function mistakesBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + same,
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...current) > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return at(last, other.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
