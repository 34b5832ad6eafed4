/** How fast a machine looks. */
export interface Rhythm {
  readonly looks: number;
  /** slow looks in a row */
  readonly slow: number;
}

/** In milliseconds. The first looks warm up what they run on, and say nothing of the others. */
const limits = { slow: 1_500, pause: { least: 120, most: 900 }, inARow: 3, warmUps: 2 };

/** A look that is not back by then never comes. */
export const patience = { loading: 60_000, look: 12_000 };

export const rested: Rhythm = { looks: 0, slow: 0 };

/**
 * When to look again: a machine rests for as long as it looked, so that a telephone stays cool, and one that is slow again and
 * again stops looking.
 */
export function afterLook(rhythm: Rhythm, took: number): { rhythm: Rhythm; pause: number; isTooSlow: boolean } {
  const looks = rhythm.looks + 1;
  const slow = took > limits.slow && looks > limits.warmUps ? rhythm.slow + 1 : 0;
  const pause = Math.min(limits.pause.most, Math.max(limits.pause.least, took));
  return { rhythm: { looks, slow }, pause, isTooSlow: slow >= limits.inARow };
}
