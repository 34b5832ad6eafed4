import { faceLimits } from './checks/limits.ts';

/**
 * What a portrait must be, in one place; results are stored with the version they went by. Sizes are those of the identity
 * card: 35 by 45 millimetres, at least 400 dots an inch, at most 500 kB of JPEG (Ministero dell’Interno).
 */
export const photoRules = {
  version: 3,
  file: {
    mostBytes: 10 * 1024 * 1024,
    /** Decoding more than a telephone takes is refused from the header. */
    mostPixels: 60_000_000,
  },
  portrait: {
    ratio: 35 / 45,
    /** 400 and 600 dots an inch */
    least: { width: 551, height: 709 },
    most: { width: 827, height: 1063 },
    mostBytes: 500_000,
    millimetresWide: 35,
  },
  /** Width by height of the picture as sent: within the first it is cut by little, outside the second not at all. */
  proportions: { near: { from: 0.7, to: 0.86 }, possible: { from: 0.5, to: 2 } },
  monthsOld: 6,
  /** Faces that are smaller than this share of the surest one are patterns of a wall or people far behind. */
  leastFaceShare: 0.12,
  /** In the whole photo, of which the portrait is a part: people far behind are cut off, neighbours leave something behind. */
  leastNeighbourShare: 0.3,
  face: faceLimits,
} as const;

export type PhotoRules = typeof photoRules;
