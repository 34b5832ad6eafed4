import type { Pixels } from '#features/photo/face/seen.ts';
import { type Colour, draw, eachPixel, meanColour, mix, type Subject } from '../paint.ts';
import { eyeDistance, middleOf, outlines, point, spots } from '../landmarks.ts';
import { gross, slight } from './variant.ts';

/** Every channel by a factor, in the colours of screens. */
export function times(pixels: Pixels, [r, g, b]: Colour): Pixels {
  return eachPixel(pixels, ([red, green, blue]) => [red * r, green * g, blue * b]);
}

const even = (factor: number) => [factor, factor, factor] as const;

/** Darkens from one side: `dark` is how black it is there, `until` where it ends, as shares of the width. */
function sideShadow({ pixels }: Subject, dark: number, [full, until]: [number, number]): Promise<Pixels> {
  return draw(
    pixels,
    `<linearGradient id="s"><stop offset="${full}" stop-opacity="${dark}"/><stop offset="${until}" stop-opacity="0"/></linearGradient>
     <rect width="100%" height="100%" fill="url(#s)"/>`,
  );
}

/** As a brim throws it: black above the eyes. */
function brimShadow(subject: Subject): Promise<Pixels> {
  const { height } = subject.pixels;
  const brows =
    middleOf([...outlines.leftBrow, ...outlines.rightBrow].map((index) => point(subject, index))).y / height;
  const nose = point(subject, spots.nose).y / height;
  return draw(
    subject.pixels,
    `<linearGradient id="s" x2="0" y2="1"><stop offset="0" stop-opacity="0.7"/><stop offset="${brows}" stop-opacity="0.7"/><stop offset="${nose}" stop-opacity="0"/></linearGradient>
     <rect width="100%" height="100%" fill="url(#s)"/>`,
  );
}

function grey({ pixels }: Subject): Pixels {
  return eachPixel(pixels, ([r, g, b]) => {
    const light = 0.299 * r + 0.587 * g + 0.114 * b;
    return [light, light, light];
  });
}

/** As bright as it takes for this face: what burns a light one only lights up a dark one. */
function burnt(subject: Subject): Pixels {
  const [left, right] = [spots.leftCheek, spots.rightCheek].map((spot) => {
    const { x, y } = point(subject, spot);
    return Math.min(...meanColour(subject.pixels, x, y, eyeDistance(subject) * 0.1));
  });
  return times(subject.pixels, even(255 / Math.min(left ?? 255, right ?? 255)));
}

export const lightVariants = [
  gross('a quarter of the brightness', ['exposure'], ({ pixels }) => times(pixels, even(0.25))),
  gross('half the brightness', ['exposure'], ({ pixels }) => times(pixels, even(0.5))),
  gross('over-exposed until the cheeks are white', ['exposure'], burnt),
  slight('over-exposed, 1.8 times', ['exposure'], ({ pixels }) => times(pixels, even(1.8))),
  slight('over-exposed, 1.35 times', ['exposure'], ({ pixels }) => times(pixels, even(1.35))),
  gross('contrast of a quarter', ['contrast', 'exposure'], ({ pixels }) =>
    eachPixel(pixels, (colour) => mix([140, 140, 140], colour, 0.25)),
  ),
  gross('half the face in shadow', ['lighting'], (subject) => sideShadow(subject, 0.72, [0.4, 0.56])),
  slight('a soft shadow from the side', ['lighting'], (subject) => sideShadow(subject, 0.5, [0, 1])),
  slight('the shadow of a brim', ['lighting'], brimShadow),
  gross('warm cast of an old lamp', ['colour', 'background-colour'], ({ pixels }) => times(pixels, [1.25, 0.88, 0.45])),
  gross('blue cast', ['colour', 'background-colour'], ({ pixels }) => times(pixels, [0.62, 0.85, 1.25])),
  gross('black and white', ['colour', 'colours'], grey),
];
