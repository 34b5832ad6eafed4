import { eyeDistance, point, spots } from './landmarks.ts';
import { meanColour, type Colour, type Subject } from './paint.ts';

export const tones = ['light', 'intermediate', 'dark'] as const;
export type Tone = (typeof tones)[number];

/**
 * The individual typology angle of the cheeks, in degrees: atan((L* − 50) / b*) (Chardon and others, 1991). It is measured
 * in the picture, so it holds the light of the studio too; a portrait's tone is that of its own group of pictures at best.
 */
export function typologyAngle(subject: Pick<Subject, 'pixels' | 'points'>): number {
  const side = eyeDistance(subject) * 0.12;
  const cheeks = [spots.leftCheek, spots.rightCheek].map((spot) => {
    const { x, y } = point(subject, spot);
    return labOf(meanColour(subject.pixels, x, y, side));
  });
  const [first, second] = cheeks;
  if (first === undefined || second === undefined) return Number.NaN;
  return (Math.atan2((first[0] + second[0]) / 2 - 50, (first[2] + second[2]) / 2) * 180) / Math.PI;
}

/** Chardon's six classes in three, so that each has people: above 41°, from 10° to 41°, below 10°. */
export function toneOf(angle: number): Tone {
  return angle > 41 ? 'light' : angle >= 10 ? 'intermediate' : 'dark';
}

/** L*, a*, b* of a colour of screens (CIE 1976, D65). */
function labOf([r, g, b]: Colour): Colour {
  const linear = [r, g, b].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [lr = 0, lg = 0, lb = 0] = linear;
  const x = root((0.4124 * lr + 0.3576 * lg + 0.1805 * lb) / 0.9505);
  const y = root(0.2126 * lr + 0.7152 * lg + 0.0722 * lb);
  const z = root((0.0193 * lr + 0.1192 * lg + 0.9505 * lb) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function root(share: number): number {
  return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116;
}
