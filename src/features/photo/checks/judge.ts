import type { CheckResult } from '../check.ts';
import type { Measures } from '../measures/measure.ts';
import { photoRules } from '../rules.ts';
import { coveringChecks, glassesChecks } from './covered-checks.ts';
import { expressionChecks, placementChecks, poseChecks } from './face-checks.ts';
import type { FaceLimits } from './limits.ts';
import { backgroundChecks, lightChecks, sharpnessChecks } from './picture-checks.ts';
import { notAssessed, within } from './within.ts';

/** What a file says that its pixels do not. */
export interface FileFacts {
  /** of its JPEG, from 1 to 100: of the file as sent, whatever it was encoded as since */
  readonly quality?: number | undefined;
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
  const results = [singleFace(faces)];
  if (face !== undefined) {
    const { placement, pose, expression, eyes, sharpness, light, coverings } = face;
    const isShut = within(expression.eyeMostOpen, limits.eyeOpen).verdict === 'fail';
    results.push(
      ...placementChecks(placement, limits),
      ...poseChecks(pose, limits),
      ...expressionChecks(expression, limits),
      ...glassesChecks(eyes, isShut, limits),
      ...coveringChecks(coverings, limits),
      ...sharpnessChecks(sharpness, facts.quality, limits),
      ...lightChecks(light, background, limits),
      ...backgroundChecks(background, limits),
    );
  }
  results.push(notAssessed('ears', 'ears-unknown'), notAssessed('untouched', 'untouched-unknown'));
  return faceCheckIds.map((id) => results.find((result) => result.id === id) ?? notAssessed(id, 'needs-face'));
}

function singleFace(faces: number): CheckResult {
  const finding = faces === 1 ? 'one-face' : faces === 0 ? 'no-face' : 'several-faces';
  const isOne = faces === 1;
  return {
    id: 'single-face',
    verdict: isOne ? 'pass' : 'fail',
    score: isOne ? 100 : 0,
    finding,
    measured: { faces },
    figure: { value: faces, from: 1, to: 1, unit: 'points' },
  };
}
