import sharp, { type Sharp } from 'sharp';
import type { Pixels } from '#features/photo/face/seen.ts';

/** A portrait to make variants of. */
export interface Subject {
  readonly name: string;
  readonly pixels: Pixels;
  /** the face mesh in its pixels: x, y and z for each of the 478 points */
  readonly points: Float32Array;
  /** how likely each pixel shows the person, from 0 to 255, as large as the picture */
  readonly person: Uint8Array;
}

export type Colour = readonly [number, number, number];

export function open({ rgb, width, height }: Pixels): Sharp {
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}

export async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

export function jpegOf(pixels: Pixels, quality = 92): Promise<Buffer> {
  return open(pixels).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** Each pixel anew from what it was; `at` is its place in the picture. */
export function eachPixel(pixels: Pixels, change: (colour: Colour, at: number) => Colour): Pixels {
  const rgb = new Uint8ClampedArray(pixels.rgb.length);
  for (let at = 0; at * 3 < rgb.length; at += 1) {
    const [r, g, b] = [pixels.rgb[at * 3] ?? 0, pixels.rgb[at * 3 + 1] ?? 0, pixels.rgb[at * 3 + 2] ?? 0];
    rgb.set(change([r, g, b], at), at * 3);
  }
  return { ...pixels, rgb: new Uint8Array(rgb.buffer) };
}

/** Draws over a picture, in its own pixels. */
export async function draw(pixels: Pixels, shapes: string, soft = 0): Promise<Pixels> {
  const { width, height } = pixels;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`;
  const layer = sharp(Buffer.from(svg));
  const input = await (soft > 0 ? layer.blur(soft) : layer).png().toBuffer();
  return pixelsOf(open(pixels).composite([{ input }]));
}

export function mix(from: Colour, to: Colour, share: number): Colour {
  const [r, g, b] = from;
  return [r + (to[0] - r) * share, g + (to[1] - g) * share, b + (to[2] - b) * share];
}

/** The mean colour of a square of so many pixels to each side. */
export function meanColour({ rgb, width, height }: Pixels, x: number, y: number, side: number): Colour {
  const sum: [number, number, number] = [0, 0, 0];
  let many = 0;
  for (let row = Math.max(0, Math.round(y - side)); row <= Math.min(height - 1, y + side); row += 1) {
    for (let column = Math.max(0, Math.round(x - side)); column <= Math.min(width - 1, x + side); column += 1) {
      const at = (row * width + column) * 3;
      for (const channel of [0, 1, 2] as const) sum[channel] += rgb[at + channel] ?? 0;
      many += 1;
    }
  }
  return [sum[0] / many, sum[1] / many, sum[2] / many];
}

export function css([r, g, b]: Colour): string {
  return `rgb(${Math.round(r)},${Math.round(g)},${Math.round(b)})`;
}
