import type { CheckResult } from '#features/photo/index.ts';
import { type AskReason, askReasons } from './decision.rules.ts';

/** What is asked for when a check finds something wrong; nothing for those that say how the file is. */
const reasonOf: Readonly<Partial<Record<CheckResult['id'], AskReason>>> = {
  'single-face': 'other-person',
  resolution: 'framing',
  pixels: 'framing',
  proportions: 'framing',
  'head-size': 'framing',
  'whole-head': 'framing',
  'eye-line': 'framing',
  centred: 'framing',
  upright: 'pose',
  roll: 'pose',
  yaw: 'pose',
  pitch: 'pose',
  'eyes-open': 'eyes',
  gaze: 'eyes',
  'red-eye': 'eyes',
  'mouth-closed': 'expression',
  expression: 'expression',
  sunglasses: 'glasses',
  'tint-and-glare': 'glasses',
  glasses: 'glasses',
  'mouth-covering': 'covering',
  'head-covering': 'covering',
  sharpness: 'sharpness',
  noise: 'sharpness',
  compression: 'sharpness',
  exposure: 'light',
  contrast: 'light',
  lighting: 'light',
  colour: 'light',
  colours: 'light',
  'background-light': 'background',
  'background-colour': 'background',
  'background-uniform': 'background',
  recent: 'old',
  untouched: 'retouched',
};

/** Why another photo may be asked for, by what the checks found wrong: one press asks for it. */
export function suggestedReasons(checks: readonly Pick<CheckResult, 'id' | 'verdict'>[]): AskReason[] {
  const wrong = checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => reasonOf[id]);
  return askReasons.filter((reason) => wrong.includes(reason));
}
