import type { FaceMesh, Pixels } from '../face/seen.ts';
import { hueDistance } from './colour.ts';
import { type FaceFrame, inFace, pointOf } from './face-frame.ts';
import { middleColour, patchOf, type Place } from './patch.ts';

/** How other parts of a face differ from its cheeks in colour, without lightness. */
export interface Coverings {
  /** from chin and upper lip to the cheeks: a mask */
  readonly lower: number;
  /** from the lips to the skin around them, with lightness: lips that do not stand out are covered */
  readonly lips: number;
  /** from the forehead to the cheeks: a cap */
  readonly forehead: number;
}

const lipMiddle = { upper: 0, lower: 17 } as const;

export function coveringsOf(pixels: Pixels, mesh: FaceMesh, frame: FaceFrame): Coverings | undefined {
  const at = (place: Place) => {
    const patch = patchOf(pixels, frame, place);
    return patch && middleColour(patch);
  };
  const mouth = (inFace(frame, pointOf(mesh, lipMiddle.upper)).v + inFace(frame, pointOf(mesh, lipMiddle.lower)).v) / 2;
  const right = at({ u: -0.5, v: 0.42, width: 0.25, height: 0.2 });
  const left = at({ u: 0.5, v: 0.42, width: 0.25, height: 0.2 });
  const chin = at({ u: 0, v: (mouth + frame.chin) / 2 + 0.08, width: 0.6, height: 0.2 });
  const lips = at({ u: 0, v: mouth, width: 0.3, height: 0.14 });
  const forehead = at({ u: 0, v: -0.55, width: 0.7, height: 0.15 });
  if (!right || !left || !chin || !lips || !forehead) return undefined;
  const cheeks = {
    lightness: (right.lightness + left.lightness) / 2,
    a: (right.a + left.a) / 2,
    b: (right.b + left.b) / 2,
  };
  return {
    lower: hueDistance(chin, cheeks),
    lips: Math.hypot(hueDistance(lips, chin), lips.lightness - chin.lightness),
    forehead: hueDistance(forehead, cheeks),
  };
}
