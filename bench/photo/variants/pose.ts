import sharp from 'sharp';
import type { Requirement } from '#features/photo/check.text.ts';
import type { Pixels } from '#features/photo/face/seen.ts';
import { type Colour, css, meanColour, open, pixelsOf, type Subject } from '../paint.ts';
import { turned } from '../turn.ts';
import { badlyCut, gross, slight } from './variant.ts';

/** What the background is in the upper corners: what is missing is filled with it. */
export function wallOf({ pixels }: Subject): Colour {
  const [left, right] = [meanColour(pixels, 20, 20, 15), meanColour(pixels, pixels.width - 20, 20, 15)];
  return [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2];
}

/** Turned in the plane of the picture, by degrees, and cut as large as before. */
export async function rolled(subject: Subject, degrees: number): Promise<Pixels> {
  const { width, height } = subject.pixels;
  const all = await pixelsOf(open(subject.pixels).rotate(degrees, { background: css(wallOf(subject)) }));
  const [left, top] = [Math.floor((all.width - width) / 2), Math.floor((all.height - height) / 2)];
  return pixelsOf(open(all).extract({ left, top, width, height }));
}

/** Smaller or larger and elsewhere in a frame of the same size; `right` and `down` are shares of the frame. */
export async function framed(
  subject: Subject,
  { scale = 1, right = 0, down = 0 }: { scale?: number; right?: number; down?: number },
): Promise<Pixels> {
  const { width, height } = subject.pixels;
  const room = 1;
  const large = await withRoom(subject, {
    left: width * room,
    right: width * room,
    top: height * room,
    bottom: height * room,
  });
  const cut = { width: Math.round(width / scale), height: Math.round(height / scale) };
  const left = Math.round(width * (room + 0.5 - right / scale) - cut.width / 2);
  const top = Math.round(height * (room + 0.5 - down / scale) - cut.height / 2);
  const part = await pixelsOf(open(large).extract({ left, top, ...cut }));
  return pixelsOf(open(part).resize(width, height, { fit: 'fill' }));
}

/** More of the wall above; elsewhere the edge goes on beyond the edge: shoulders stay shoulders, and a wall a wall. */
export async function withRoom(
  subject: Subject,
  { top, ...sides }: { top: number; left: number; right: number; bottom: number },
): Promise<Pixels> {
  const raised = await pixelsOf(open(subject.pixels).extend({ top, background: css(wallOf(subject)) }));
  return pixelsOf(open(raised).extend({ ...sides, extendWith: 'copy' }));
}

async function sideBySide({ pixels }: Subject, other: Subject): Promise<Pixels> {
  const { width, height } = pixels;
  const second = await open(other.pixels).resize(width, height).png().toBuffer();
  const both = sharp({ create: { width: width * 2, height, channels: 3, background: '#fff' } });
  const first = await open(pixels).png().toBuffer();
  const joined = await both
    .composite([
      { input: first, left: 0, top: 0 },
      { input: second, left: width, top: 0 },
    ])
    .png()
    .toBuffer();
  return pixelsOf(sharp(joined));
}

/** A picture of somebody on the wall, or somebody far behind. */
async function inTheCorner({ pixels }: Subject, other: Subject): Promise<Pixels> {
  const { width, height } = other.pixels;
  const part = { left: Math.round(width * 0.12), top: Math.round(height * 0.1) };
  const head = await open(other.pixels)
    .extract({ ...part, width: Math.round(width * 0.76), height: Math.round(height * 0.72) })
    .resize(Math.round(pixels.width * 0.28))
    .png()
    .toBuffer();
  return pixelsOf(open(pixels).composite([{ input: head, left: 0, top: 0 }]));
}

const size: readonly Requirement[] = ['head-size'];
const eyes: readonly Requirement[] = ['eye-line'];
const single: readonly Requirement[] = ['single-face'];

export const poseVariants = [
  gross('rolled by 12°', ['roll'], (subject) => rolled(subject, 12)),
  gross('rolled by 20°', ['roll'], (subject) => rolled(subject, -20)),
  slight('rolled by 8°', ['roll'], (subject) => rolled(subject, 8)),
  gross('turned aside by 25°', ['yaw'], (subject) => turned(subject, { yaw: 25 })),
  slight('turned aside by 15°', ['yaw'], (subject) => turned(subject, { yaw: -15 })),
  slight('turned aside by 10°', ['yaw'], (subject) => turned(subject, { yaw: 10 })),
  slight('nodding by 20°', ['pitch'], (subject) => turned(subject, { pitch: 20 })),
  slight('looking up by 20°', ['pitch'], (subject) => turned(subject, { pitch: -20 })),
  badlyCut('head too small', size, (subject) => framed(subject, { scale: 0.62 })),
  badlyCut('head too large', size, (subject) => framed(subject, { scale: 1.35 })),
  badlyCut('head at the side', ['centred'], (subject) => framed(subject, { right: 0.15 })),
  badlyCut('head too high', eyes, (subject) => framed(subject, { scale: 0.85, down: -0.17 })),
  badlyCut('head too low', eyes, (subject) => framed(subject, { scale: 0.85, down: 0.17 })),
  gross('two people side by side', single, sideBySide),
  gross('a second face in the corner', single, inTheCorner),
];
