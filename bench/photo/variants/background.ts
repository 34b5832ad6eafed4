import type { Requirement } from '#features/photo/check.text.ts';
import type { Pixels } from '#features/photo/face/seen.ts';
import { type Colour, eachPixel, mix, open, pixelsOf, type Subject } from '../paint.ts';
import { gross } from './variant.ts';

/** Another background behind the person, who stays as they are. */
export function behind({ pixels, person }: Subject, colourAt: (x: number, y: number) => Colour): Pixels {
  const { width } = pixels;
  return eachPixel(pixels, (colour, at) => {
    const share = (person[at] ?? 0) / 255;
    return mix(colourAt(at % width, Math.floor(at / width)), colour, share);
  });
}

export const plain = (subject: Subject, colour: Colour) => behind(subject, () => colour);

/** The person's shadow on the wall, to the side where more of it is seen. */
async function castShadow({ pixels, person }: Subject): Promise<Pixels> {
  const { width, height } = pixels;
  const side = wallOn('right', { pixels, person }) > wallOn('left', { pixels, person }) ? 1 : -1;
  const shape = await pixelsOf(open({ width, height, rgb: threefold(person) }).blur(5));
  const aside = Math.round(width * 0.09) * side;
  return eachPixel(pixels, (colour, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const from = Math.max(0, y - Math.round(height * 0.02)) * width + x - aside;
    const isInside = x - aside >= 0 && x - aside < width;
    const shadow = isInside ? (shape.rgb[from * 3] ?? 0) / 255 : 0;
    const free = 1 - (person[at] ?? 0) / 255;
    return mix(colour, [0, 0, 0], 0.45 * shadow * free);
  });
}

function wallOn(side: 'left' | 'right', { pixels: { width }, person }: Pick<Subject, 'pixels' | 'person'>): number {
  return person.filter((share, at) => share < 128 && at % width < width / 2 === (side === 'left')).length;
}

function threefold(values: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: values.length * 3 }, (_, at) => values[Math.floor(at / 3)] ?? 0);
}

const finds: readonly Requirement[] = ['background-light', 'background-colour', 'background-uniform'];

export const backgroundVariants = [
  gross('blue background', finds, (subject) => plain(subject, [38, 84, 190])),
  gross('red background', finds, (subject) => plain(subject, [200, 58, 48])),
  gross('dark background', finds, (subject) => plain(subject, [58, 58, 60])),
  gross('chequered background', finds, (subject) =>
    behind(subject, (x, y) =>
      (Math.floor(x / 70) + Math.floor(y / 70)) % 2 === 0 ? [225, 228, 228] : [125, 125, 128],
    ),
  ),
  gross('background from dark to white', finds, (subject) =>
    behind(subject, (x) => mix([110, 112, 112], [250, 250, 250], x / subject.pixels.width)),
  ),
  gross('shadow on the background', finds, castShadow),
];
