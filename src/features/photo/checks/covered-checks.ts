import type { CheckResult } from '../check.ts';
import type { Coverings } from '../measures/coverings.ts';
import type { EyeArea } from '../measures/eye-area.ts';
import type { FaceLimits } from './limits.ts';
import { checkOf, notAssessed, part, within } from './within.ts';

/** What lies over the eyes, and red pupils. Eyes that are shut show neither light nor dark: that is said of them already. */
export function glassesChecks(eyes: EyeArea, isShut: boolean, limits: FaceLimits): CheckResult[] {
  const { mostRange, leastRange, shine, darker, bridge, red } = eyes;
  const black = part(mostRange, limits.blackLenses, 'dark-glasses');
  const hidden = part(leastRange, limits.eyeRange, 'eyes-hidden');
  const worn = within(bridge, limits.glasses);
  return [
    isShut ? notAssessed('sunglasses', 'eyes-not-seen') : checkOf('sunglasses', 'no-dark-glasses', [black]),
    isShut
      ? notAssessed('tint-and-glare', 'eyes-not-seen')
      : checkOf('tint-and-glare', 'eyes-seen', [
          hidden,
          part(darker, limits.darkAboutEyes, 'eyes-hidden'),
          part(shine, limits.eyeShine, 'eyes-shine'),
        ]),
    // Glasses are allowed: it is told, and nothing follows from it.
    {
      id: 'glasses',
      verdict: 'pass',
      score: 100,
      finding: worn.verdict === 'pass' ? 'no-glasses' : 'glasses-worn',
      measured: {},
    },
    checkOf('red-eye', 'no-red-eye', [part(red, limits.redPupils, 'red-eye')]),
  ];
}

/** What lies over mouth or forehead. Skin and what covers it may have one colour: then nothing is seen here. */
export function coveringChecks(coverings: Coverings | undefined, limits: FaceLimits): CheckResult[] {
  if (coverings === undefined) {
    return [notAssessed('mouth-covering', 'face-not-whole'), notAssessed('head-covering', 'face-not-whole')];
  }
  const { lower, lips, forehead } = coverings;
  const hasLips = within(lips, limits.lips).verdict === 'pass';
  return [
    checkOf('mouth-covering', 'mouth-free', [
      part(lower, hasLips ? limits.lowerFace : limits.lowerFaceBare, 'mouth-covered'),
    ]),
    checkOf('head-covering', 'head-free', [part(forehead, limits.forehead, 'head-covered')]),
  ];
}
