/** Whoever counts as much already counts no more. */
export const mostWeight = 100;

/** What a ticket counts as in the draw: that of its people who counts least, so that nobody gains by whom they bring. */
export function ticketWeight(weights: readonly number[]): number {
  return weights.length === 0 ? 1 : Math.min(...weights);
}

/** One more after each registration draw in which no seat was left for somebody. */
export function grown(weight: number): number {
  return Math.min(mostWeight, weight + 1);
}

/**
 * About how likely somebody gets a seat, from 0 to 1, of so many that fit their wishes, if all who are registered wished
 * for the same: no more than a rough guide before the draw.
 */
export function roughChance({
  seats,
  weight,
  totalWeight,
}: {
  readonly seats: number;
  readonly weight: number;
  /** of everybody registered, them included */
  readonly totalWeight: number;
}): number {
  if (seats <= 0) return 0;
  if (seats >= totalWeight) return 1;
  // A seat after the other is drawn among shares; one who is not drawn yet has theirs among those left.
  let missed = 1;
  for (let drawn = 0; drawn < seats; drawn += 1)
    missed *= 1 - Math.min(1, weight / Math.max(weight, totalWeight - drawn));
  return 1 - missed;
}
