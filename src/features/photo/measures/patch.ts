import type { Pixels } from '../face/seen.ts';
import { type Lab, lab, luminance } from './colour.ts';
import { type FaceFrame, inPicture } from './face-frame.ts';
import { median } from './statistics.ts';

/** A rectangle of a face, in its own measure: from its middle, as wide and high as that. */
export interface Place {
  readonly u: number;
  readonly v: number;
  readonly width: number;
  readonly height: number;
}

/** What was sampled of a place. Fields lie side by side: the third of one belongs to the third of another. */
export interface Patch {
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly luminance: Float32Array;
}

const samples = 24;

/** Samples a place of a face on a grid. What lies outside of the picture is left out; undefined where that is most of it. */
export function patchOf(pixels: Pixels, frame: FaceFrame, place: Place): Patch | undefined {
  const colours: number[] = [];
  for (let row = 0; row < samples; row += 1) {
    for (let column = 0; column < samples; column += 1) {
      const u = place.u + ((column + 0.5) / samples - 0.5) * place.width;
      const v = place.v + ((row + 0.5) / samples - 0.5) * place.height;
      const at = inPicture(frame, u, v);
      const offset = offsetOf(pixels, at);
      if (offset !== undefined) colours.push(offset);
    }
  }
  return colours.length * 2 < samples * samples ? undefined : colourOf(pixels, colours);
}

/** Where a point's three values begin; undefined outside of the picture. */
export function offsetOf({ width, height }: Pixels, at: { x: number; y: number }): number | undefined {
  const [x, y] = [Math.floor(at.x), Math.floor(at.y)];
  return x >= 0 && y >= 0 && x < width && y < height ? (y * width + x) * 3 : undefined;
}

export function colourOf({ rgb }: Pixels, offsets: readonly number[]): Patch {
  const count = offsets.length;
  const patch = {
    lightness: new Float32Array(count),
    a: new Float32Array(count),
    b: new Float32Array(count),
    luminance: new Float32Array(count),
  };
  offsets.forEach((offset, index) => {
    const [red, green, blue] = [rgb[offset] ?? 0, rgb[offset + 1] ?? 0, rgb[offset + 2] ?? 0];
    const colour = lab(red, green, blue);
    patch.lightness[index] = colour.lightness;
    patch.a[index] = colour.a;
    patch.b[index] = colour.b;
    patch.luminance[index] = luminance(red, green, blue);
  });
  return patch;
}

/** The colour in the middle of all: a few hairs or a highlight do not change it. */
export function middleColour({ lightness, a, b }: Patch): Lab {
  return { lightness: median(lightness), a: median(a), b: median(b) };
}
