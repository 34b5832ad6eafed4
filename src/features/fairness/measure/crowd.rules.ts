import { leastPublished, suppress } from '#features/reports/index.ts';

/** So many people of a kind, and how many of them got a seat. */
export interface Group {
  readonly people: number;
  readonly winners: number;
}

/** The same as it may be kept and told; null is kept back. */
export interface ToldGroup {
  readonly people: number | null;
  readonly winners: number | null;
}

/**
 * Keeps back groups of fewer than five people, and outcomes that would single out fewer than five who got a seat or who got
 * none; and, of the other groups, what it takes that nobody computes them from the sums.
 */
export function tellGroups(groups: readonly Group[]): ToldGroup[] {
  const people = suppress(groups.map((group) => group.people)).parts;
  const won = groups.map(({ winners }) => winners);
  const lost = groups.map((group) => group.people - group.winners);
  const hidden = new Set(
    placesOf(groups, (_, place) => people[place] === null || isSmall(won[place]) || isSmall(lost[place])),
  );
  if (hidden.size > 0) hideEnough(hidden, won, lost);
  return groups.map(({ winners }, place) => ({
    people: people[place] ?? null,
    winners: hidden.has(place) ? null : winners,
  }));
}

/** A number that tells of nobody in particular, or null. */
export function tellCount(count: number): number | null {
  return isSmall(count) ? null : count;
}

/** More groups go, in their order, until what is missing hides every single one: two of them, and no small sums. */
function hideEnough(hidden: Set<number>, won: readonly number[], lost: readonly number[]): void {
  const sum = (counts: readonly number[]): number => [...hidden].reduce((all, place) => all + (counts[place] ?? 0), 0);
  const isHidden = (counts: readonly number[]): boolean =>
    sum(counts) === 0 || sum(counts) >= leastPublished + hidden.size;
  for (let place = 0; place < won.length; place += 1) {
    if (hidden.size > 1 && isHidden(won) && isHidden(lost)) return;
    hidden.add(place);
  }
}

function isSmall(count = 0): boolean {
  return count > 0 && count < leastPublished;
}

function placesOf<Item>(items: readonly Item[], isSo: (item: Item, place: number) => boolean): number[] {
  return items.flatMap((item, place) => (isSo(item, place) ? [place] : []));
}
