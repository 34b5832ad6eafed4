import type { CheckResult } from '../check.ts';
import type { Background } from '../measures/background.ts';
import type { Light } from '../measures/light.ts';
import type { Sharpness } from '../measures/sharpness.ts';
import type { FaceLimits } from './limits.ts';
import { checkOf, notAssessed, type Part, part } from './within.ts';

/** How fine the picture is. */
export function sharpnessChecks(sharpness: Sharpness, quality: number | undefined, limits: FaceLimits): CheckResult[] {
  const { fineShare, detail, noise } = sharpness;
  return [
    checkOf('sharpness', 'sharp', [
      part(fineShare, limits.fineShare, 'blurred'),
      part(detail, limits.detail, 'blurred'),
    ]),
    checkOf('noise', 'noise-fine', [part(noise, limits.noise, 'noisy')]),
    quality === undefined
      ? notAssessed('compression', 'compression-unknown')
      : checkOf('compression', 'compression-fine', [part(quality, limits.quality, 'compressed')]),
  ];
}

/** How the face is lit, and its colours. */
export function lightChecks(
  light: Light | undefined,
  background: Background | undefined,
  limits: FaceLimits,
): CheckResult[] {
  if (light === undefined) {
    return (['exposure', 'contrast', 'lighting', 'colour'] as const).map((id) => notAssessed(id, 'face-not-whole'));
  }
  const { brightness, burnt, range, sides, evenness, parts, cast, colourfulness } = light;
  return [
    checkOf('exposure', 'exposure-fine', [
      darkness(light, background, limits),
      part(brightness, limits.silhouette, 'face-dark'),
      part(brightness, limits.brightFace, 'too-bright'),
      part(burnt, limits.burnt, 'too-bright'),
    ]),
    checkOf('contrast', 'contrast-fine', [part(range, limits.contrast, 'pale')]),
    checkOf('lighting', 'lighting-fine', [
      part(sides, limits.sideLight, 'light-from-side'),
      part(evenness, limits.evenLight, 'light-from-side'),
      part(parts, limits.faceParts, 'shadow-on-face'),
    ]),
    checkOf('colour', 'colour-fine', [
      part(cast, limits.cast, 'colour-cast'),
      part(colourfulness, limits.colourful, 'no-colour'),
    ]),
  ];
}

/**
 * A picture is too dark where face and wall both are: of the two the better one counts. Judged by faces alone, people of dark
 * skin would be told to find more light in the best of studios.
 */
export function darkness(
  { brightness }: Pick<Light, 'brightness'>,
  background: Pick<Background, 'colour'> | undefined,
  limits: FaceLimits,
): Part {
  const face = part(brightness, limits.darkFace, 'too-dark');
  if (background === undefined) return { ...face, verdict: 'pass', score: Math.max(70, face.score) };
  const wall = part(background.colour.lightness, limits.darkWall, 'too-dark');
  return face.score >= wall.score ? face : wall;
}

/** What is behind the person. */
export function backgroundChecks(background: Background | undefined, limits: FaceLimits): CheckResult[] {
  if (background === undefined) {
    const ids = ['background-light', 'background-colour', 'background-uniform'] as const;
    return ids.map((id) => notAssessed(id, 'background-not-seen'));
  }
  const { colour, chroma, other, spread, sides } = background;
  return [
    checkOf('background-light', 'background-light', [part(colour.lightness, limits.wallLight, 'background-dark')]),
    checkOf('background-colour', 'background-colour-fine', [part(chroma, limits.wallColour, 'background-coloured')]),
    checkOf('background-uniform', 'background-uniform', [
      part(other, limits.wallOther, 'background-uneven'),
      part(spread, limits.wallSpread, 'background-uneven'),
      part(sides, limits.wallSides, 'background-sides'),
    ]),
  ];
}
