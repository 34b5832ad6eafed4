import type { PersonMask, Pixels } from '../face/seen.ts';
import { hueDistance, type Lab } from './colour.ts';
import type { FaceFrame } from './face-frame.ts';
import { colourOf, middleColour, type Patch } from './patch.ts';
import { median, spread } from './statistics.ts';

/** What is seen behind a person, beside and above the head. */
export interface Background {
  readonly colour: Lab;
  /** how colourful it is, from 0 */
  readonly chroma: number;
  /** share of it that is of another colour than most, where light falls off evenly taken as it falls */
  readonly other: number;
  /** of its lightness, in L* */
  readonly spread: number;
  /** between its left and its right, in L* */
  readonly sides: number;
}

/** Places looked at, across and down. */
const grid = { columns: 150, rows: 190 };
/** A place is background when neither it nor its surroundings show a person: hair has no sharp edge. */
const person = { most: 20, reach: 5 };
const otherColour = 12;

/** Undefined where too little of it is seen to tell. */
export function backgroundOf(pixels: Pixels, mask: PersonMask, frame: FaceFrame): Background | undefined {
  const free = widened(mask);
  const small = reduced(pixels);
  const lowest = Math.min(pixels.height, frame.y + frame.unit * frame.chin * 1.15);
  const found = { left: [] as number[], right: [] as number[] };
  for (let row = 0; row < grid.rows; row += 1) {
    const down = (row + 0.5) / grid.rows;
    if (down * pixels.height > lowest) break;
    for (let column = 0; column < grid.columns; column += 1) {
      const across = (column + 0.5) / grid.columns;
      if (!isFree(free, across, down)) continue;
      (across * pixels.width < frame.x ? found.left : found.right).push((row * grid.columns + column) * 3);
    }
  }
  const all = [...found.left, ...found.right];
  if (all.length < (grid.columns * grid.rows) / 50) return undefined;
  const patch = colourOf(small, all);
  const colour = middleColour(patch);
  return {
    colour,
    chroma: Math.hypot(colour.a, colour.b),
    other: otherShare(patch, colour, all),
    spread: spread(patch.lightness).sd,
    sides: sidesApart(small, found),
  };
}

/** The picture as coarse as the places looked at: the grain of a camera is no pattern of the wall. */
function reduced({ width, height, rgb }: Pixels): Pixels {
  const cells = grid.columns * grid.rows;
  const sums = new Float64Array(cells * 3);
  const counts = new Uint32Array(cells);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y / height) * grid.rows) * grid.columns;
    for (let x = 0; x < width; x += 1) {
      const cell = row + Math.floor((x / width) * grid.columns);
      const from = (y * width + x) * 3;
      counts[cell] = (counts[cell] ?? 0) + 1;
      for (let channel = 0; channel < 3; channel += 1) {
        sums[cell * 3 + channel] = (sums[cell * 3 + channel] ?? 0) + (rgb[from + channel] ?? 0);
      }
    }
  }
  const means = sums.map((sum, at) => Math.round(sum / Math.max(1, counts[Math.floor(at / 3)] ?? 1)));
  return { width: grid.columns, height: grid.rows, rgb: Uint8Array.from(means) };
}

/** What differs from the wall as it is lit: light that falls off evenly is no pattern, and is told by its sides. */
function otherShare({ lightness, a, b }: Patch, colour: Lab, places: readonly number[]): number {
  const lit = evenFall(lightness, places);
  const middle = median(lit);
  let count = 0;
  lit.forEach((value, index) => {
    const hue = hueDistance({ lightness: value, a: a[index] ?? 0, b: b[index] ?? 0 }, colour);
    if (Math.hypot(hue, value - middle) > otherColour) count += 1;
  });
  return count / lit.length;
}

/** Lightness without the plane that lies nearest to it, by least squares. */
function evenFall(lightness: Float32Array, places: readonly number[]): Float32Array {
  const across = places.map((place) => (place / 3) % grid.columns);
  const down = places.map((place) => Math.floor(place / 3 / grid.columns));
  const means = { across: spread(across).mean, down: spread(down).mean, light: spread(lightness).mean };
  let [xx, yy, xy, xl, yl] = [0, 0, 0, 0, 0];
  lightness.forEach((value, index) => {
    const [x, y, l] = [(across[index] ?? 0) - means.across, (down[index] ?? 0) - means.down, value - means.light];
    [xx, yy, xy, xl, yl] = [xx + x * x, yy + y * y, xy + x * y, xl + x * l, yl + y * l];
  });
  const whole = xx * yy - xy * xy;
  if (whole === 0) return lightness;
  const [perColumn, perRow] = [(xl * yy - yl * xy) / whole, (yl * xx - xl * xy) / whole];
  return lightness.map(
    (value, index) =>
      value - perColumn * ((across[index] ?? 0) - means.across) - perRow * ((down[index] ?? 0) - means.down),
  );
}

function sidesApart(pixels: Pixels, { left, right }: { left: readonly number[]; right: readonly number[] }): number {
  if (left.length < 100 || right.length < 100) return 0;
  const middle = (side: readonly number[]) => middleColour(colourOf(pixels, side)).lightness;
  return Math.abs(middle(left) - middle(right));
}

interface Free {
  readonly width: number;
  readonly height: number;
  readonly taken: Uint8Array;
}

/** The mask with its person grown by some places to all sides. */
function widened({ width, height, share }: PersonMask): Free {
  const isPerson = share.map((value) => (value > person.most ? 1 : 0));
  const across = new Uint8Array(isPerson.length);
  const taken = new Uint8Array(isPerson.length);
  for (let index = 0; index < isPerson.length; index += 1) {
    if (isPerson[index] !== 1) continue;
    const column = index % width;
    const [from, to] = [Math.max(0, column - person.reach), Math.min(width - 1, column + person.reach)];
    across.fill(1, index - column + from, index - column + to + 1);
  }
  for (let index = 0; index < across.length; index += 1) {
    if (across[index] !== 1) continue;
    const row = Math.floor(index / width);
    for (let near = Math.max(0, row - person.reach); near <= Math.min(height - 1, row + person.reach); near += 1) {
      taken[near * width + (index % width)] = 1;
    }
  }
  return { width, height, taken };
}

function isFree({ width, height, taken }: Free, across: number, down: number): boolean {
  return taken[Math.floor(down * height) * width + Math.floor(across * width)] === 0;
}
