import type { Pixels } from '../face/seen.ts';
import type { Lab } from './colour.ts';
import type { FaceFrame } from './face-frame.ts';
import { middleColour, type Patch, patchOf, type Place } from './patch.ts';
import { quantile, spread } from './statistics.ts';

/** How a face is lit, and its colours. */
export interface Light {
  /** of the light of the face, from 0 to 1 */
  readonly brightness: number;
  /** share of the face that is white for too much light */
  readonly burnt: number;
  /** between light and dark in the face, in L* */
  readonly range: number;
  /** between the cheeks, in L* */
  readonly sides: number;
  /** how much the light of both cheeks has in common, from 0 to 1 */
  readonly evenness: number;
  /** between the lightest and the darkest of forehead, cheeks and chin, in L* */
  readonly parts: number;
  /** how far the skin's colour lies outside of what skin has in plain light */
  readonly cast: number;
  /** how colourful the face is: next to nothing in black and white */
  readonly colourfulness: number;
  /** of the skin, from both cheeks */
  readonly skin: Lab;
}

const whole = { u: 0, v: 0.35, width: 1.5, height: 1.5 };
/** The range is OFIQ's (natural colour). */
const skin = { a: { from: 5, to: 25 }, b: { from: 5, to: 35 } };
/** L* from which on skin is taken as it is */
const plainSkin = 65;

export function lightOf(pixels: Pixels, frame: FaceFrame): Light | undefined {
  const at = (place: Place) => patchOf(pixels, frame, place);
  const face = at(whole);
  const [right, left] = [
    at({ u: -0.5, v: 0.52, width: 0.3, height: 0.3 }),
    at({ u: 0.5, v: 0.52, width: 0.3, height: 0.3 }),
  ];
  const forehead = at({ u: 0, v: -0.5, width: 0.6, height: 0.2 });
  const chin = at({ u: 0, v: frame.chin - 0.2, width: 0.3, height: 0.15 });
  if (!face || !right || !left || !forehead || !chin) return undefined;
  const colours = [right, left, forehead, chin].map(middleColour);
  const [one, other] = colours;
  if (!one || !other) return undefined;
  const lightness = colours.map((colour) => colour.lightness);
  const cheeks = {
    lightness: (one.lightness + other.lightness) / 2,
    a: (one.a + other.a) / 2,
    b: (one.b + other.b) / 2,
  };
  return {
    brightness: spread(face.luminance).mean,
    burnt: face.luminance.filter((value) => value >= 247 / 255).length / face.luminance.length,
    range: quantile(face.lightness, 0.98) - quantile(face.lightness, 0.02),
    sides: Math.abs(one.lightness - other.lightness),
    evenness: inCommon(right, left),
    parts: Math.max(...lightness) - Math.min(...lightness),
    cast: castOf(face, cheeks.lightness),
    colourfulness: quantile(
      face.a.map((a, index) => Math.hypot(a, face.b[index] ?? 0)),
      0.9,
    ),
    skin: cheeks,
  };
}

/** Dark skin shows the colour of a lamp less strongly: it is compared as if it were lighter, by as much as it is darker. */
function castOf({ a, b }: Patch, lightness: number): number {
  const lighter = Math.min(2, Math.max(1, plainSkin / lightness));
  return Math.hypot(outside(spread(a).mean * lighter, skin.a), outside(spread(b).mean * lighter, skin.b));
}

function outside(value: number, { from, to }: { from: number; to: number }): number {
  return Math.max(0, from - value, value - to);
}

/** What two histograms of light share, as OFIQ's illumination uniformity measures it. */
function inCommon(one: Patch, other: Patch): number {
  const bins = 256;
  const histogram = ({ luminance }: Patch) => {
    const counts = new Float32Array(bins);
    for (const value of luminance) {
      const bin = Math.min(bins - 1, Math.floor(value * bins));
      counts[bin] = (counts[bin] ?? 0) + 1 / luminance.length;
    }
    return counts;
  };
  const [first, second] = [histogram(one), histogram(other)];
  return first.reduce((sum, count, bin) => sum + Math.min(count, second[bin] ?? 0), 0);
}
