import type { Pixels } from '../face/seen.ts';
import { type Chip, chipOf } from './chip.ts';
import type { FaceFrame } from './face-frame.ts';
import { quantile, spread } from './statistics.ts';

/** How fine the picture of a face is, whatever its size: the face is brought to one size first. */
export interface Sharpness {
  /** how much of the fine differences another blur takes away, from 0 to 1: little where there were none left */
  readonly fineShare: number;
  /** how strong the finest differences are beside those of the whole face: so that it is the same on light and dark skin */
  readonly detail: number;
  /** how strongly even parts of the face are speckled, in grey values */
  readonly noise: number;
}

/** Pixels between the pupils at which a face is looked at: those of a portrait of 551 × 709. */
const size = 130;

export function sharpnessOf(pixels: Pixels, frame: FaceFrame): Sharpness {
  const perUnit = Math.min(size, frame.unit);
  const face = chipOf(pixels, frame, {
    left: -0.85,
    right: 0.85,
    top: -0.45,
    bottom: Math.min(1.25, frame.chin),
    perUnit,
  });
  const greySpread = spread(face.grey).sd;
  return {
    fineShare: Math.min(fineShare(face, 1), fineShare(face, face.width)),
    detail: spread(laplacian(face)).sd / Math.max(1, greySpread),
    noise: noiseOf(face),
  };
}

/**
 * The blur that is there, by the blur that one can still add (Crété and others, 2007): differences from pixel to pixel along one
 * direction, and what of them is left after averaging over nine. Differences count against each other, so it is the same on dark skin.
 */
function fineShare({ width, height, grey }: Chip, step: number): number {
  let all = 0;
  let lost = 0;
  const reach = 4;
  for (let row = reach + 1; row < height - reach; row += 1) {
    for (let column = reach + 1; column < width - reach; column += 1) {
      const here = row * width + column;
      const sharp = Math.abs((grey[here] ?? 0) - (grey[here - step] ?? 0));
      // The average over nine moves by what enters it and what leaves it.
      const blurred =
        Math.abs((grey[here + reach * step] ?? 0) - (grey[here - (reach + 1) * step] ?? 0)) / (2 * reach + 1);
      all += sharp;
      lost += Math.max(0, sharp - blurred);
    }
  }
  return all === 0 ? 0 : lost / all;
}

function laplacian({ width, height, grey }: Chip): Float32Array {
  const found = new Float32Array((width - 2) * (height - 2));
  let next = 0;
  for (let row = 1; row < height - 1; row += 1) {
    for (let column = 1; column < width - 1; column += 1) {
      const here = row * width + column;
      const around =
        (grey[here - 1] ?? 0) + (grey[here + 1] ?? 0) + (grey[here - width] ?? 0) + (grey[here + width] ?? 0);
      found[next] = around - 4 * (grey[here] ?? 0);
      next += 1;
    }
  }
  return found;
}

/** Noise is everywhere, hairs and freckles are not: what the calmer blocks of the face have of it (Immerkær, 1996, by blocks). */
function noiseOf({ width, height, grey }: Chip): number {
  const side = 12;
  const blocks: number[] = [];
  for (let top = 1; top + side < height - 1; top += side) {
    for (let left = 1; left + side < width - 1; left += side) {
      let sum = 0;
      for (let place = 0; place < side * side; place += 1) {
        const here = (top + Math.floor(place / side)) * width + left + (place % side);
        const at = (offset: number) => grey[here + offset] ?? 0;
        const corners = at(-width - 1) + at(-width + 1) + at(width - 1) + at(width + 1);
        const sides = at(-1) + at(1) + at(-width) + at(width);
        sum += Math.abs(corners - 2 * sides + 4 * at(0));
      }
      blocks.push(((sum / (side * side)) * Math.sqrt(Math.PI / 2)) / 6);
    }
  }
  return quantile(blocks, 0.25);
}
