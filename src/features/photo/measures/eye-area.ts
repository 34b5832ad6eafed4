import type { FaceMesh, Pixels } from '../face/seen.ts';
import { chipOf } from './chip.ts';
import { distance, type FaceFrame, inFace, inPicture, pointOf } from './face-frame.ts';
import { colourOf, offsetOf, patchOf } from './patch.ts';
import { quantile, spread } from './statistics.ts';

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
  const skin = skinRedness(pixels, frame);
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
    red: Math.max(...eyes.map(({ iris }) => redShare(pixels, mesh, iris, skin))),
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
      const offset = offsetOf(pixels, inPicture(frame, u, v));
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

/** Flashes make pupils red: much redder than a brown iris, and than the same lamp makes the cheeks beside them. */
function redShare(
  pixels: Pixels,
  mesh: FaceMesh,
  [centreIndex, from, to]: readonly [number, number, number],
  skin: number,
): number {
  const centre = pointOf(mesh, centreIndex);
  const radius = (distance(pointOf(mesh, from), pointOf(mesh, to)) / 2) * 0.55;
  const least = Math.max(1.7, 1.4 * skin);
  const offsets = discOffsets(pixels, centre, radius);
  const isRed = (offset: number) => (pixels.rgb[offset] ?? 0) > 60 && redness(pixels, offset) > least;
  return offsets.length === 0 ? 0 : offsets.filter(isRed).length / offsets.length;
}

/** How much more red than anything else. */
function redness({ rgb }: Pixels, offset: number): number {
  return (rgb[offset] ?? 0) / Math.max(1, rgb[offset + 1] ?? 0, rgb[offset + 2] ?? 0);
}

function skinRedness(pixels: Pixels, frame: FaceFrame): number {
  const discs = eyes.map(({ u }) => discOffsets(pixels, inPicture(frame, u, 0.5), frame.unit * 0.12));
  const all = discs.flat().map((offset) => redness(pixels, offset));
  return all.length === 0 ? 1 : spread(all).mean;
}

/** The pixels of a disc, sampled. */
function discOffsets(pixels: Pixels, centre: { x: number; y: number }, radius: number): number[] {
  const across = 16;
  const offsets: number[] = [];
  for (let place = 0; place < across * across; place += 1) {
    const x = (((place % across) + 0.5) / across) * 2 - 1;
    const y = ((Math.floor(place / across) + 0.5) / across) * 2 - 1;
    if (x * x + y * y > 1) continue;
    const offset = offsetOf(pixels, { x: centre.x + x * radius, y: centre.y + y * radius });
    if (offset !== undefined) offsets.push(offset);
  }
  return offsets;
}
