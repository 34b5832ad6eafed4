/** How many of how many, with the interval in which the true share lies nineteen times out of twenty. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  /** from 0 to 1; 0 to 1 where nothing was counted */
  readonly low: number;
  readonly high: number;
}

/** The 97.5th percentile of the normal distribution. */
const z = 1.959964;

/**
 * The interval of Wilson (1927), at 95 %: unlike that of the textbook it stays within 0 and 1 and says something of nought
 * out of a few, which is what most rows of a good check are.
 */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, low: 0, high: 1 };
  const share = hits / of;
  const centre = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  // At the ends the two terms are equal, and a rounding away.
  const low = hits === 0 ? 0 : (centre - half) / scale;
  const high = hits === of ? 1 : (centre + half) / scale;
  return { hits, of, low, high };
}

export function percentOf({ hits, of }: Share): number {
  return of === 0 ? 0 : (hits / of) * 100;
}

/** `34 of 35, 97 % (85–99)` */
export function shareWords(share: Share): string {
  if (share.of === 0) return 'none';
  const whole = (value: number) => String(Math.round(value * 100));
  return `${share.hits} of ${share.of}, ${whole(share.hits / share.of)} % (${whole(share.low)}–${whole(share.high)})`;
}
