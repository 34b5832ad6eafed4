import type { CheckResult } from '#features/photo/index.ts';
import { type AskReason, askReasons } from './decision.rules.ts';

/** What a check is about, by a part of its id: the first that fits counts. */
const about: readonly (readonly [RegExp, AskReason])[] = [
  [/glass|tint|glare/, 'glasses'],
  [/background/, 'background'],
  [/cover|mask|hat/, 'covering'],
  [/head-size|eye-line|centr|margin|pixels|proportions|resolution|distance|crop/, 'framing'],
  [/roll|yaw|pitch|pose|upright/, 'pose'],
  [/mouth|expression|smile/, 'expression'],
  [/eye|gaze/, 'eyes'],
  [/face/, 'other-person'],
  [/sharp|blur|noise|compression/, 'sharpness'],
  [/light|exposure|dark|bright|contrast|colour|shadow/, 'light'],
  [/recent/, 'old'],
];

/** Why another photo may be asked for, by what the checks found wrong: one press asks for it. */
export function suggestedReasons(checks: readonly Pick<CheckResult, 'id' | 'verdict'>[]): AskReason[] {
  const wrong = checks.filter(({ verdict }) => verdict === 'fail');
  const found = wrong.map(({ id }) => about.find(([pattern]) => pattern.test(id))?.[1] ?? 'other');
  return askReasons.filter((reason) => reason !== 'other' && found.includes(reason));
}
