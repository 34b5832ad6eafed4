/** How often each amount was: the amounts in order, beside each how many times. */
export interface Spread {
  readonly amounts: readonly number[];
  readonly counts: readonly number[];
}

export const noSpread: Spread = { amounts: [], counts: [] };

export function sizeOf({ counts }: Spread): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The amount that a share of all does not exceed: the smallest such amount (the nearest rank, of which half is the median).
 * Null when there are none.
 */
export function rankOf(spread: Spread, share: number): number | null {
  const wanted = Math.max(1, Math.ceil(sizeOf(spread) * share));
  let seen = 0;
  for (const [index, count] of spread.counts.entries()) {
    seen += count;
    if (seen >= wanted) return spread.amounts[index] ?? null;
  }
  return null;
}

export function median(spread: Spread): number | null {
  return rankOf(spread, 0.5);
}

export function largest(spread: Spread): number | null {
  return spread.amounts.at(-1) ?? null;
}

/** How many amounts lie between two, both included. */
export function between(spread: Spread, from: number, to: number): number {
  return spread.amounts.reduce(
    (sum, amount, index) => sum + (amount >= from && amount <= to ? (spread.counts[index] ?? 0) : 0),
    0,
  );
}
