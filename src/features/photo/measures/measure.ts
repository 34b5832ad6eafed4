import type { Pixels, Seen } from '../face/seen.ts';
import { photoRules } from '../rules.ts';
import { type Background, backgroundOf } from './background.ts';
import { type Coverings, coveringsOf } from './coverings.ts';
import { type Expression, expressionOf } from './expression.ts';
import { type EyeArea, eyeAreaOf } from './eye-area.ts';
import { faceFrame } from './face-frame.ts';
import { type Light, lightOf } from './light.ts';
import { type Placement, placementOf } from './placement.ts';
import { type Pose, poseOf } from './pose.ts';
import { type Sharpness, sharpnessOf } from './sharpness.ts';

/** What is measured in a portrait: numbers alone, none of which tells who somebody is. */
export interface Measures {
  /** as `countFaces` tells */
  readonly faces: number;
  /** of the surest one; undefined where there is none */
  readonly face: FaceMeasures | undefined;
  /** undefined where too little of it is seen */
  readonly background: Background | undefined;
}

export interface FaceMeasures {
  readonly placement: Placement;
  readonly pose: Pose;
  readonly expression: Expression;
  readonly eyes: EyeArea;
  readonly sharpness: Sharpness;
  /** undefined where the face goes beyond the picture */
  readonly light: Light | undefined;
  readonly coverings: Coverings | undefined;
}

/** Measures a portrait as it was cut. It runs on the server and in browsers alike. */
export function measure(pixels: Pixels, { faces, mesh, person }: Seen): Measures {
  const frame = mesh && faceFrame(mesh);
  const counted = countFaces(faces);
  if (mesh === undefined || frame === undefined) return { faces: counted, face: undefined, background: undefined };
  return {
    faces: counted,
    face: {
      placement: placementOf(pixels, mesh, frame),
      pose: poseOf(mesh, frame),
      expression: expressionOf(mesh, frame),
      eyes: eyeAreaOf(pixels, mesh, frame),
      sharpness: sharpnessOf(pixels, frame),
      light: lightOf(pixels, frame),
      coverings: coveringsOf(pixels, mesh, frame),
    },
    background: person && backgroundOf(pixels, person, frame),
  };
}

/** Faces, but for those that are tiny beside the surest: patterns of a wall, or people far behind. */
export function countFaces(faces: Seen['faces'], share: number = photoRules.leastFaceShare): number {
  const least = (faces[0]?.width ?? 0) * share;
  return faces.filter(({ width }) => width >= least).length;
}
