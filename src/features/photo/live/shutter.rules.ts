/** A shutter that waits for a good moment, once it was told to. Times are milliseconds of one clock. */
export interface Shutter {
  /** since when it waits */
  readonly waitsSince: number | undefined;
  /** since when every look was good */
  readonly goodSince: number | undefined;
  readonly hasTold: boolean;
}

/** Somebody who was right by chance has moved on by then; and after the latter, waiting on may be in vain. */
const limits = { steadyFor: 500, tellAfter: 20_000 };

export const idleShutter: Shutter = { waitsSince: undefined, goodSince: undefined, hasTold: false };

export function armShutter(shutter: Shutter, at: number): Shutter {
  return { ...shutter, waitsSince: at, hasTold: false };
}

export function disarmShutter(shutter: Shutter): Shutter {
  return { ...shutter, waitsSince: undefined, hasTold: false };
}

/**
 * What a look, begun and ended then, means for the shutter: `take` the picture that was looked at, or `tell` that it has been waiting for long and
 * that the other shutter takes the picture as it is.
 */
export function afterMoment(
  shutter: Shutter,
  { isGood, began, at }: { isGood: boolean; began: number; at: number },
): { shutter: Shutter; next: 'take' | 'tell' | 'wait' } {
  const goodSince = isGood ? (shutter.goodSince ?? at) : undefined;
  const { waitsSince, hasTold } = shutter;
  // A look that began before the shutter was told to wait was at no picture that could be taken.
  if (waitsSince === undefined || began < waitsSince) return { shutter: { ...shutter, goodSince }, next: 'wait' };
  if (goodSince !== undefined && at - goodSince >= limits.steadyFor) return { shutter: idleShutter, next: 'take' };
  const isLong = !hasTold && goodSince === undefined && at - waitsSince >= limits.tellAfter;
  return { shutter: { waitsSince, goodSince, hasTold: hasTold || isLong }, next: isLong ? 'tell' : 'wait' };
}
