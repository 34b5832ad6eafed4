import type { CheckResult } from '../check.ts';
import type { Expression } from '../measures/expression.ts';
import type { Placement } from '../measures/placement.ts';
import type { Pose } from '../measures/pose.ts';
import type { FaceLimits } from './limits.ts';
import { checkOf, part } from './within.ts';

/** Where the head is, and how large. */
export function placementChecks(placement: Placement, limits: FaceLimits): CheckResult[] {
  const { eyeDistance, headHeight, above, eyeLine, across } = placement;
  return [
    checkOf('resolution', 'resolution-fine', [part(eyeDistance, limits.eyeDistance, 'resolution-low')]),
    checkOf('head-size', 'head-size-fine', [
      part(headHeight, limits.headHeight, { below: 'head-small', above: 'head-large' }),
    ]),
    checkOf('whole-head', 'head-whole', [part(above, limits.spaceAbove, 'head-cut')]),
    checkOf('eye-line', 'eye-line-fine', [part(eyeLine, limits.eyeLine, { below: 'eyes-low', above: 'eyes-high' })]),
    checkOf('centred', 'centred', [part(across, limits.across, 'off-centre')]),
  ];
}

/** How the head is held. */
export function poseChecks({ roll, yaw, pitch }: Pose, limits: FaceLimits): CheckResult[] {
  return [
    checkOf('roll', 'roll-fine', [part(roll, limits.roll, 'head-tilted')]),
    checkOf('yaw', 'yaw-fine', [part(yaw, limits.yaw, 'head-turned')]),
    checkOf('pitch', 'pitch-fine', [part(pitch, limits.pitch, { below: 'head-up', above: 'head-down' })]),
  ];
}

/** Eyes and mouth. */
export function expressionChecks(expression: Expression, limits: FaceLimits): CheckResult[] {
  const { eyeLeastOpen, eyeMostOpen, mouthOpen, smile, gaze } = expression;
  return [
    checkOf('eyes-open', 'eyes-open', [
      part(eyeLeastOpen, limits.eyeOpen, 'eyes-closed'),
      part(eyeLeastOpen / eyeMostOpen, limits.eyesAlike, 'one-eye-closed'),
    ]),
    checkOf('gaze', 'gaze-fine', [part(gaze, limits.gaze, 'gaze-aside')]),
    checkOf('mouth-closed', 'mouth-closed', [part(mouthOpen, limits.mouthOpen, 'mouth-open')]),
    checkOf('expression', 'expression-calm', [part(smile, limits.smile, 'smiling')]),
  ];
}
