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
  const grid = gridOf(view, side * samples);
  const share = scale / (samples * samples);
  const sum: Colour = { red: 0, green: 0, blue: 0 };
  for (let row = 0, index = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1, index += 3) {
      sum.red = sum.green = sum.blue = 0;
      const x = grid.x + column * samples * grid.rightX + row * samples * grid.downX;
      const y = grid.y + column * samples * grid.rightY + row * samples * grid.downY;
      if (samples === 1) addBetween(pixels, x, y, sum);
      else addPlaces(pixels, { x, y, samples, grid }, sum);
      out[index] = sum.red * share + offset;
      out[index + 1] = sum.green * share + offset;
      out[index + 2] = sum.blue * share + offset;
    }
  }
  return out;
}

interface Colour {
  red: number;
  green: number;
  blue: number;
}

/** Where a place of a grid of that many cells each way lies in the picture; cells are met in their middle. */
export function placeIn(view: View, cells: number) {
  const grid = gridOf(view, cells);
  return {
    x: (right: number, down: number) => grid.x + right * grid.rightX + down * grid.downX,
    y: (right: number, down: number) => grid.y + right * grid.rightY + down * grid.downY,
  };
}

/** The middle of the first cell, and the steps to the next one to the right and below. */
function gridOf({ centreX, centreY, width, height, turn }: View, cells: number) {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const steps = {
    rightX: (cos * width) / cells,
    rightY: (sin * width) / cells,
    downX: (-sin * height) / cells,
    downY: (cos * height) / cells,
  };
  const toMiddle = 0.5 - cells / 2;
  return {
    ...steps,
    x: centreX + toMiddle * (steps.rightX + steps.downX),
    y: centreY + toMiddle * (steps.rightY + steps.downY),
  };
}

/** Adds the colours of a square of places, each that of the pixel it lies in. */
function addPlaces(
  { width, height, rgb }: Pixels,
  { x, y, samples, grid }: { x: number; y: number; samples: number; grid: ReturnType<typeof gridOf> },
  sum: Colour,
): void {
  for (let down = 0; down < samples; down += 1) {
    for (let right = 0; right < samples; right += 1) {
      const atX = x + right * grid.rightX + down * grid.downX;
      const atY = y + right * grid.rightY + down * grid.downY;
      if (!(atX >= 0 && atY >= 0 && atX < width && atY < height)) continue;
      const place = ((atY | 0) * width + (atX | 0)) * 3;
      sum.red += rgb[place] ?? 0;
      sum.green += rgb[place + 1] ?? 0;
      sum.blue += rgb[place + 2] ?? 0;
    }
  }
}

/** Adds the colour between the four pixels around a place. */
function addBetween({ width, height, rgb }: Pixels, x: number, y: number, sum: Colour): void {
  if (!(x >= 0 && y >= 0 && x < width && y < height)) return;
  const left = Math.min(width - 1, Math.max(0, Math.floor(x - 0.5)));
  const top = Math.min(height - 1, Math.max(0, Math.floor(y - 0.5)));
  const toRight = Math.min(1, Math.max(0, x - 0.5 - left));
  const toBottom = Math.min(1, Math.max(0, y - 0.5 - top));
  const here = (top * width + left) * 3;
  const beside = left + 1 < width ? 3 : 0;
  const below = top + 1 < height ? width * 3 : 0;
  const channel = (place: number): number => {
    const upper = (rgb[place] ?? 0) * (1 - toRight) + (rgb[place + beside] ?? 0) * toRight;
    const lower = (rgb[place + below] ?? 0) * (1 - toRight) + (rgb[place + below + beside] ?? 0) * toRight;
    return upper * (1 - toBottom) + lower * toBottom;
  };
  sum.red += channel(here);
  sum.green += channel(here + 1);
  sum.blue += channel(here + 2);
}
