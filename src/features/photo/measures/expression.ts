import type { FaceMesh } from '../face/seen.ts';
import { distance, type FaceFrame, inFace, pointOf } from './face-frame.ts';

/** Eyes and mouth, by the points of the mesh. */
export interface Expression {
  /** between the lids, in diameters of the iris: of the eye that is less open, and of the other */
  readonly eyeLeastOpen: number;
  readonly eyeMostOpen: number;
  /** how far the irises lie from the middle of the eyes, in widths of the eye, to the right of the picture */
  readonly gaze: number;
  /** between the inner lips, in shares of the distance from eyes to chin */
  readonly mouthOpen: number;
  /** how wide the mouth is, with how much higher its corners lie than its middle, in distances between the pupils */
  readonly smile: number;
}

// The eye at the left of the picture first.
const eyes = [
  {
    corners: [33, 133],
    lids: [
      [160, 144],
      [159, 145],
      [158, 153],
    ],
    iris: { centre: 468, ends: [469, 471] },
  },
  {
    corners: [362, 263],
    lids: [
      [385, 380],
      [386, 374],
      [387, 373],
    ],
    iris: { centre: 473, ends: [474, 476] },
  },
] as const;

const lips = {
  inner: [
    [13, 14],
    [82, 87],
    [312, 317],
  ],
  outer: [0, 17],
  corners: [61, 291],
} as const;

/** What tells smiles from calm faces best where people were asked for both: width, and the corners a little less. */
const cornersCount = 0.8;

export function expressionOf(mesh: FaceMesh, frame: FaceFrame): Expression {
  const at = (index: number) => pointOf(mesh, index);
  const apart = ([one, other]: readonly [number, number]) => distance(at(one), at(other));
  const v = (index: number) => inFace(frame, at(index)).v;
  const u = (index: number) => inFace(frame, at(index)).u;
  const openness = eyes.map(({ lids, iris }) => Math.max(...lids.map(apart)) / apart(iris.ends));
  const looks = eyes.map(
    ({ corners: [from, to], iris }) => (u(iris.centre) - (u(from) + u(to)) / 2) / (u(to) - u(from)),
  );
  const [right, left] = lips.corners;
  const [upper, lower] = lips.outer;
  return {
    eyeLeastOpen: Math.min(...openness),
    eyeMostOpen: Math.max(...openness),
    gaze: looks.reduce((sum, look) => sum + look, 0) / looks.length,
    mouthOpen: Math.max(...lips.inner.map(apart)) / (frame.chin * frame.unit),
    smile: u(left) - u(right) + cornersCount * ((v(upper) + v(lower)) / 2 - (v(left) + v(right)) / 2),
  };
}
