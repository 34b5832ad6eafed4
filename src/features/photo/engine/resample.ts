import type { Pixels } from '../face/seen.ts';

/** A rectangle of a picture, in its pixels: it may be turned, and reach beyond the edges. */
export interface View {
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly height: number;
  /** clockwise, in radians */
  readonly turn: number;
}

/** How the eight bits of a colour become the number a model was taught with: times `scale`, plus `offset`. */
export interface Range {
  readonly scale: number;
  readonly offset: number;
}

/**
 * A square of numbers for a model, red, green and blue, from a view of a picture. Where the view is larger than the square,
 * each number is the mean of several places: a face must not turn into a grid of chance pixels. Beyond the edges it is black.
 */
export function resample(pixels: Pixels, view: View, side: number, { scale, offset }: Range): Float32Array {
  const out = new Float32Array(side * side * 3);
  const samples = Math.min(4, Math.max(1, Math.round(Math.max(view.width, view.height) / side)));
  const at = placeIn(view, side * samples);
  const share = scale / (samples * samples);
  for (let row = 0, index = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1, index += 3) {
      for (let down = row * samples; down < (row + 1) * samples; down += 1) {
        for (let right = column * samples; right < (column + 1) * samples; right += 1) {
          addColour(pixels, at.x(right, down), at.y(right, down), out, index);
        }
      }
      for (let channel = index; channel < index + 3; channel += 1) out[channel] = (out[channel] ?? 0) * share + offset;
    }
  }
  return out;
}

/** Where a place of a grid of that many cells each way lies in the picture; cells are met in their middle. */
export function placeIn(view: View, cells: number) {
  const cos = Math.cos(view.turn);
  const sin = Math.sin(view.turn);
  const across = (right: number) => ((right + 0.5) / cells - 0.5) * view.width;
  const along = (down: number) => ((down + 0.5) / cells - 0.5) * view.height;
  return {
    x: (right: number, down: number) => view.centreX + cos * across(right) - sin * along(down),
    y: (right: number, down: number) => view.centreY + sin * across(right) + cos * along(down),
  };
}

/** Adds the colour between the four pixels around a place: from `index` on, in three numbers. */
function addColour({ width, height, rgb }: Pixels, x: number, y: number, sum: Float32Array, index: number): void {
  if (!(x > 0 && y > 0 && x < width && y < height)) return;
  const left = Math.min(width - 1, Math.max(0, Math.floor(x - 0.5)));
  const top = Math.min(height - 1, Math.max(0, Math.floor(y - 0.5)));
  const toRight = Math.min(1, Math.max(0, x - 0.5 - left));
  const toBottom = Math.min(1, Math.max(0, y - 0.5 - top));
  const here = (top * width + left) * 3;
  const beside = left + 1 < width ? 3 : 0;
  const below = top + 1 < height ? width * 3 : 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const place = here + channel;
    const upper = (rgb[place] ?? 0) * (1 - toRight) + (rgb[place + beside] ?? 0) * toRight;
    const lower = (rgb[place + below] ?? 0) * (1 - toRight) + (rgb[place + below + beside] ?? 0) * toRight;
    sum[index + channel] = (sum[index + channel] ?? 0) + upper * (1 - toBottom) + lower * toBottom;
  }
}
