import type { CheckResult } from '../check.ts';
import type { FaceMeasures, Measures } from '../measures/measure.ts';
import { photoRules } from '../rules.ts';
import { coveringChecks, glassesChecks } from './covered-checks.ts';
import { expressionChecks, placementChecks, poseChecks } from './face-checks.ts';
import type { FaceLimits } from './limits.ts';
import { backgroundChecks, lightChecks, sharpnessChecks } from './picture-checks.ts';
import { checkOf, notAssessed, part, within } from './within.ts';

/** What a file says that its pixels do not. */
export interface FileFacts {
  /** of its JPEG, from 1 to 100: of the file as sent, whatever it was encoded as since */
  readonly quality?: number | undefined;
  /** in the whole photo that the portrait was cut from, as `countFaces` tells */
  readonly faces?: number | undefined;
}

/** All that is asked of face and background, in the order in which people read it. */
export const faceCheckIds = [
  'single-face',
  'resolution',
  'head-size',
  'whole-head',
  'eye-line',
  'centred',
  'roll',
  'yaw',
  'pitch',
  'eyes-open',
  'gaze',
  'mouth-closed',
  'expression',
  'sunglasses',
  'tint-and-glare',
  'glasses',
  'red-eye',
  'mouth-covering',
  'head-covering',
  'sharpness',
  'noise',
  'compression',
  'exposure',
  'contrast',
  'lighting',
  'colour',
  'background-light',
  'background-colour',
  'background-uniform',
  'ears',
  'untouched',
] as const;

/** Judges what was measured. What nobody can measure is there too, for its person to declare and an officer to look at. */
export function judge(measures: Measures, facts: FileFacts = {}, limits: FaceLimits = photoRules.face): CheckResult[] {
  const { faces, face, background } = measures;
  const results = [
    singleFace(faces, facts.faces ?? faces),
    ...(face === undefined ? [] : faceChecks(face, background, { facts, limits })),
    notAssessed('ears', 'ears-unknown'),
    notAssessed('untouched', 'untouched-unknown'),
  ];
  return faceCheckIds.map((id) => results.find((result) => result.id === id) ?? notAssessed(id, 'needs-face'));
}

function faceChecks(
  { placement, pose, expression, eyes, sharpness, light, coverings }: FaceMeasures,
  background: Measures['background'],
  { facts, limits }: { facts: FileFacts; limits: FaceLimits },
): CheckResult[] {
  if (within(pose.roll, limits.upright).verdict !== 'pass') {
    return [
      checkOf('roll', 'roll-fine', [part(pose.roll, limits.roll, 'photo-turned')]),
      checkOf('mouth-covering', 'mouth-free', [part(pose.roll, limits.upright, 'photo-turned')]),
    ];
  }
  const isShut = within(expression.eyeMostOpen, limits.eyeOpen).verdict === 'fail';
  return [
    ...placementChecks(placement, limits),
    ...poseChecks(pose, limits),
    ...expressionChecks(expression, limits),
    ...glassesChecks(eyes, isShut, limits),
    ...coveringChecks(coverings, limits),
    ...sharpnessChecks(sharpness, facts.quality, limits),
    ...lightChecks(light, background, limits),
    ...backgroundChecks(background, limits),
  ];
}

/** Whoever stood beside the person leaves an arm or some hair in the portrait, and a photo of several is not to be cut into one. */
function singleFace(inPortrait: number, inPhoto: number): CheckResult {
  const figure = { value: Math.max(inPortrait, inPhoto), from: 1, to: 1, unit: 'points' } as const;
  const found = { id: 'single-face', measured: { inPhoto }, figure } as const;
  if (inPortrait !== 1) {
    return { ...found, verdict: 'fail', score: 0, finding: inPortrait === 0 ? 'no-face' : 'several-faces' };
  }
  return inPhoto > 1
    ? { ...found, verdict: 'fail', score: 20, finding: 'others-cut-off' }
    : { ...found, verdict: 'pass', score: 100, finding: 'one-face' };
}
