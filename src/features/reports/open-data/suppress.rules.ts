/** Counts from 1 to 4 are kept back: so few people could be told apart. */
export const leastPublished = 5;

/** A whole and its parts, as they may be published; null is kept back. */
export interface Published {
  readonly total: number | null;
  readonly parts: readonly (number | null)[];
}

/**
 * Keeps back small numbers, and what it takes that nobody computes them from the whole and the rest, not even who knows
 * this rule. Parts add up to the whole, so the first part that is not small always goes with them: the first by its place,
 * as a choice by size would tell something of sizes. Where the sum of what is missing leaves one choice only (5 + 1 = 6), the
 * next goes too; where all are ones, or hardly anybody came at all, nothing is told.
 */
export function suppress(parts: readonly number[]): Published {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const nothing = { total: null, parts: parts.map(() => null) };
  if (total > 0 && total < leastPublished) return nothing;
  const hidden = new Set(placesOf(parts, (part) => part > 0 && part < leastPublished));
  if (hidden.size === 0) return { total, parts };
  const [first, next] = placesOf(parts, (part) => part >= leastPublished);
  if (first === undefined) return total === hidden.size ? nothing : { total, parts: without(parts, hidden) };
  hidden.add(first);
  if (next !== undefined && isTold(parts, hidden, next)) hidden.add(next);
  return { total, parts: without(parts, hidden) };
}

/** Whether the missing parts can only be one 5 and ones, and the 5 cannot stand everywhere: then some of the ones are told. */
function isTold(parts: readonly number[], hidden: ReadonlySet<number>, next: number): boolean {
  const sum = [...hidden].reduce((all, place) => all + (parts[place] ?? 0), 0);
  const couldBeFive = [...hidden].filter((place) => place < next);
  return sum === leastPublished + hidden.size - 1 && couldBeFive.length < hidden.size;
}

function placesOf(parts: readonly number[], isSo: (part: number) => boolean): number[] {
  return parts.flatMap((part, place) => (isSo(part) ? [place] : []));
}

function without(parts: readonly number[], hidden: ReadonlySet<number>): (number | null)[] {
  return parts.map((part, place) => (hidden.has(place) ? null : part));
}
