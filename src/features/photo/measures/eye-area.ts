import type { FaceMesh, Pixels } from '../face/seen.ts';
import { chipOf } from './chip.ts';
import { distance, type FaceFrame, inFace, pointOf } from './face-frame.ts';
import { colourOf, offsetOf, patchOf } from './patch.ts';
import { quantile } from './statistics.ts';

/** What hides or changes the eyes. */
export interface EyeArea {
  /** between light and dark in the eyes, in L*: of the eye with less of it, and of the other */
  readonly leastRange: number;
  readonly mostRange: number;
  /** share of the eyes that shines white */
  readonly shine: number;
  /** how much darker the surroundings of the eyes are than the cheeks, in L* */
  readonly darker: number;
  /** the strongest edge across the bridge of the nose, where a frame of glasses lies, in grey values */
  readonly bridge: number;
  /** share of the pupils that is red */
  readonly red: number;
}

const eyes = [
  {
    u: -0.5,
    contour: [33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173],
    iris: [468, 469, 471],
  },
  {
    u: 0.5,
    contour: [362, 382, 381, 380, 374, 373, 390, 249, 263, 398, 384, 385, 386, 387, 388, 466],
    iris: [473, 474, 476],
  },
] as const;

export function eyeAreaOf(pixels: Pixels, mesh: FaceMesh, frame: FaceFrame): EyeArea {
  const inside = eyes.map(({ contour }) => insideOf(pixels, mesh, frame, contour));
  const ranges = inside.map(({ lightness }) => quantile(lightness, 0.9) - quantile(lightness, 0.1));
  const shining = inside.map(({ lightness }) => lightness.filter((value) => value > 93).length / lightness.length);
  const around = eyes.map(({ u }) => middleLightness(pixels, frame, { u, v: 0.02, width: 0.5, height: 0.3 }));
  const cheeks = eyes.map(({ u }) => middleLightness(pixels, frame, { u, v: 0.6, width: 0.3, height: 0.3 }));
  return {
    leastRange: Math.min(...ranges),
    mostRange: Math.max(...ranges),
    shine: Math.max(...shining),
    darker: Math.min(...cheeks.map((cheek, index) => cheek - (around[index] ?? cheek))),
    bridge: bridgeEdge(pixels, frame),
    red: Math.max(...eyes.map(({ iris }) => redShare(pixels, mesh, iris))),
  };
}

function middleLightness(pixels: Pixels, frame: FaceFrame, place: Parameters<typeof patchOf>[2]): number {
  const patch = patchOf(pixels, frame, place);
  return patch ? quantile(patch.lightness, 0.5) : 0;
}

/** What lies between the lids. Eyes that are closed keep a strip about their line. */
function insideOf(pixels: Pixels, mesh: FaceMesh, frame: FaceFrame, contour: readonly number[]) {
  const points = contour.map((index) => inFace(frame, pointOf(mesh, index)));
  const us = points.map(({ u }) => u);
  const vs = points.map(({ v }) => v);
  const [left, right, top, bottom] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
  const half = { u: (right - left) / 2, v: Math.max((bottom - top) / 2, 0.03) };
  const centre = { u: (left + right) / 2, v: (top + bottom) / 2 };
  const offsets: number[] = [];
  const across = 30;
  for (let row = 0; row < across; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const [x, y] = [((column + 0.5) / across) * 2 - 1, ((row + 0.5) / across) * 2 - 1];
      if (x * x + y * y > 1) continue;
      const u = centre.u + x * half.u;
      const v = centre.v + y * half.v;
      const offset = offsetOf(pixels, {
        x: frame.x + frame.unit * (u * frame.cos - v * frame.sin),
        y: frame.y + frame.unit * (u * frame.sin + v * frame.cos),
      });
      if (offset !== undefined) offsets.push(offset);
    }
  }
  return colourOf(pixels, offsets);
}

/** Frames lie across the nose as a line: rows of the picture change there all along its width. */
function bridgeEdge(pixels: Pixels, frame: FaceFrame): number {
  const { width, height, grey } = chipOf(pixels, frame, {
    left: -0.11,
    right: 0.11,
    top: -0.3,
    bottom: 0.45,
    perUnit: 80,
  });
  let strongest = 0;
  for (let row = 1; row < height - 1; row += 1) {
    let sum = 0;
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column;
      sum += (grey[here + width] ?? 0) - (grey[here - width] ?? 0);
    }
    strongest = Math.max(strongest, Math.abs(sum / width));
  }
  return strongest;
}

/** Flashes make pupils red: much redder than anything a brown iris shows. */
function redShare(pixels: Pixels, mesh: FaceMesh, [centreIndex, from, to]: readonly [number, number, number]): number {
  const centre = pointOf(mesh, centreIndex);
  const radius = (distance(pointOf(mesh, from), pointOf(mesh, to)) / 2) * 0.55;
  const [across, found] = [16, { all: 0, red: 0 }];
  for (let row = 0; row < across; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const [x, y] = [((column + 0.5) / across) * 2 - 1, ((row + 0.5) / across) * 2 - 1];
      const offset =
        x * x + y * y > 1 ? undefined : offsetOf(pixels, { x: centre.x + x * radius, y: centre.y + y * radius });
      if (offset === undefined) continue;
      const [red = 0, green = 0, blue = 0] = pixels.rgb.subarray(offset, offset + 3);
      found.all += 1;
      if (red > 60 && red > 1.7 * green && red > 1.7 * blue) found.red += 1;
    }
  }
  return found.all === 0 ? 0 : found.red / found.all;
}
