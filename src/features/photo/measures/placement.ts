import type { FaceMesh, Pixels } from '../face/seen.ts';
import { type FaceFrame, pointOf } from './face-frame.ts';

/** Where a head is in its portrait. */
export interface Placement {
  /** pixels between the pupils */
  readonly eyeDistance: number;
  /** from chin to crown, as a share of the portrait's height */
  readonly headHeight: number;
  /** millimetres from the lower edge to the eyes, where the portrait is printed 45 mm high */
  readonly eyeLine: number;
  /** of the middle of the face, from 0 at the left edge to 1 at the right */
  readonly across: number;
  /** millimetres of what is seen above the crown, as it would be without hair */
  readonly above: number;
}

const printedHeight = 45;
const sides = [234, 454] as const;
/** The crown lies 1.92 times as far from the chin as the eyes do, once the chin, seen too high, is put right. */
const crown = { ratio: 1.92, chinShare: 0.04 };

export function placementOf({ width, height }: Pixels, mesh: FaceMesh, frame: FaceFrame): Placement {
  const toChin = (frame.chin + crown.chinShare) * frame.unit;
  const [right, left] = sides.map((side) => pointOf(mesh, side).x);
  const middle = (frame.x + ((right ?? frame.x) + (left ?? frame.x)) / 2) / 2;
  const crownAt = frame.y - toChin * (crown.ratio - 1);
  return {
    eyeDistance: frame.unit,
    headHeight: (crown.ratio * toChin) / height,
    eyeLine: ((height - frame.y) / height) * printedHeight,
    across: middle / width,
    above: (crownAt / height) * printedHeight,
  };
}
