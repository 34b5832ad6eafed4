import type { CheckResult } from '../check.ts';
import type { Finding } from '../check.text.ts';
import type { Pose } from '../measures/pose.ts';
import type { Hint } from './hints.ts';

interface FindingHint {
  readonly findings: readonly Finding[];
  hint(pose: Pose): Hint;
  /** What anybody can change at once is waited for already where it is doubtful. */
  readonly isAtWill?: true;
}

const always = (hint: Hint) => () => hint;

/** What to do about what is found, the first things first. The pose is that of the picture, which is no mirror. */
const byFinding: readonly FindingHint[] = [
  { findings: ['head-tilted'], hint: ({ roll }) => (roll > 0 ? 'tilt-right' : 'tilt-left'), isAtWill: true },
  { findings: ['head-turned'], hint: ({ yaw }) => (yaw > 0 ? 'turn-right' : 'turn-left'), isAtWill: true },
  { findings: ['head-down'], hint: always('chin-up') },
  { findings: ['head-up'], hint: always('chin-down') },
  { findings: ['too-dark', 'face-dark'], hint: always('dark') },
  { findings: ['too-bright'], hint: always('bright') },
  { findings: ['light-from-side', 'shadow-on-face'], hint: always('side-light') },
  { findings: ['background-dark'], hint: always('background-dark') },
  {
    findings: ['background-coloured', 'background-uneven', 'background-sides'],
    hint: always('background-uneven'),
  },
  { findings: ['dark-glasses'], hint: always('dark-glasses') },
  { findings: ['eyes-hidden', 'eyes-shine'], hint: always('eyes-hidden') },
  { findings: ['eyes-closed', 'one-eye-closed'], hint: always('eyes') },
  { findings: ['mouth-open'], hint: always('mouth'), isAtWill: true },
  { findings: ['smiling'], hint: always('smile') },
  { findings: ['gaze-aside'], hint: always('gaze') },
  { findings: ['mouth-covered', 'head-covered'], hint: always('covered') },
  { findings: ['blurred'], hint: always('blur') },
];

/**
 * The first thing to do about what was found, and whether the shutter waits for it. What is only doubtful is told, but waited
 * for only where anybody can change it: eyes that are narrow by nature must not keep the shutter from its moment.
 */
export function findingHint(results: readonly CheckResult[], pose: Pose): { hint: Hint; isGood: boolean } | undefined {
  const wrong = byFinding.flatMap(({ findings, hint, isAtWill = false }) => {
    const verdicts = results.filter(({ finding }) => findings.includes(finding)).map(({ verdict }) => verdict);
    if (!verdicts.includes('fail') && !verdicts.includes('warn')) return [];
    return [{ hint: hint(pose), isGood: !verdicts.includes('fail') && !isAtWill }];
  });
  return wrong.find(({ isGood }) => !isGood) ?? wrong[0];
}
