import type { Pixels } from '#features/photo/face/seen.ts';
import { eachPixel, jpegOf, open, pixelsOf, type Subject } from '../paint.ts';
import sharp from 'sharp';
import { gross, randomNumbers, slight, type Variant } from './variant.ts';

export function blurred({ pixels }: Pick<Subject, 'pixels'>, sigma: number): Promise<Pixels> {
  return pixelsOf(open(pixels).blur(sigma));
}

/** The camera moved sideways. */
function moved({ pixels }: Subject, length: number): Promise<Pixels> {
  return pixelsOf(open(pixels).convolve({ width: length, height: 3, kernel: stroke(length) }));
}

function stroke(length: number): number[] {
  return Array.from({ length: length * 3 }, (_, at) => (Math.floor(at / length) === 1 ? 1 : 0));
}

/** Noise as a sensor in the dark makes it, with the same deviation everywhere. */
export function noisy(pixels: Pixels, deviation: number): Pixels {
  const random = randomNumbers(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()) * deviation;
  return eachPixel(pixels, ([r, g, b]) => [r + normal(), g + normal(), b + normal()]);
}

export function resized({ pixels }: Pick<Subject, 'pixels'>, width: number): Promise<Pixels> {
  return pixelsOf(open(pixels).resize(width));
}

async function upscaled(subject: Subject, from: number): Promise<Pixels> {
  return resized({ pixels: await resized(subject, from) }, subject.pixels.width);
}

/** Encoded badly, and then once more as a telephone's gallery does it: what it lost cannot be read off its tables. */
async function encodedTwice({ pixels }: Subject, quality: number): Promise<Pixels> {
  return pixelsOf(sharp(await jpegOf(pixels, quality)));
}

function compressed(name: string, quality: number, isGross: boolean): Variant {
  const made = (isGross ? gross : slight)(name, ['compression'], ({ pixels }) => pixels);
  return { ...made, make: ({ pixels }) => open(pixels).jpeg({ quality }).toBuffer() };
}

export const focusVariants = [
  slight('blurred, σ 1.5 pixels', ['sharpness'], (subject) => blurred(subject, 1.5)),
  gross('blurred, σ 3 pixels', ['sharpness'], (subject) => blurred(subject, 3)),
  gross('blurred, σ 5 pixels', ['sharpness'], (subject) => blurred(subject, 5)),
  gross('moved, 21 pixels', ['sharpness'], (subject) => moved(subject, 21)),
  gross('enlarged from 207 pixels', ['sharpness'], (subject) => upscaled(subject, 207)),
  gross('noise, σ 25', ['noise'], ({ pixels }) => noisy(pixels, 25)),
  gross('207 pixels wide', ['pixels', 'resolution'], (subject) => resized(subject, 207)),
  gross('414 pixels wide', ['pixels', 'resolution'], (subject) => resized(subject, 414)),
  compressed('JPEG of quality 8', 8, true),
  compressed('JPEG of quality 25', 25, true),
  slight('JPEG of quality 8, encoded anew at 92', ['compression', 'noise'], (subject) => encodedTwice(subject, 8)),
];
