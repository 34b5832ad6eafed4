import { centredCrop } from '../crop.rules.ts';
import type { Seen } from '../face/seen.ts';
import type { Crop } from '../picture.ts';
import { photoRules } from '../rules.ts';
import { type Head, headIn } from './head.ts';

/** The picture that was looked at; `scale`: how many pixels of the picture as sent make one of its own. */
export interface LookedAt {
  readonly width: number;
  readonly height: number;
  readonly scale?: number;
}

/** Where a portrait is cut, in pixels of the picture looked at. There always is a cut: with a fault it is the best there is. */
export interface CropProposal {
  readonly crop: Crop;
  readonly fault: 'no-face' | 'too-little-margin' | undefined;
}

/**
 * Shares of the portrait's height that the head may take, from chin to crown, the best first: the wide ones give room to high
 * hair and coverings, the tight ones help where there is little space around. 0.72 keeps the head's width under three
 * quarters of the portrait's.
 */
const headShares = [0.72, 0.7, 0.68, 0.66, 0.74, 0.76, 0.78, 0.8];
/** The line of the eyes, from the top as a share of the height: 23 to 31 mm from the lower edge, with a little to spare. */
const eyes = { best: 0.44, from: 0.36, to: 0.48 };
/** The middle of the face, as a share of the width. */
const middle = { from: 0.47, to: 0.53 };
/** Above hair or covering. */
const air = 0.02;

/** Puts a frame of 35:45 around a head. It only cuts: what is not in the picture is never made up. */
export function proposeCrop(seen: Seen, picture: LookedAt): CropProposal {
  const head = headIn(seen, picture);
  if (head === undefined) return { crop: centredCrop(picture), fault: 'no-face' };
  const frames = headShares.flatMap((share) => frameOf(head, head.length / share, picture) ?? []);
  const [first] = frames;
  if (first === undefined) return { crop: nearest(head, picture), fault: 'too-little-margin' };
  const large = frames.filter(({ height }) => height * (picture.scale ?? 1) >= photoRules.portrait.least.height);
  const whole = large.find(({ top, height }) => top <= Math.max(0, head.top - air * height));
  return { crop: whole ?? large[0] ?? first, fault: undefined };
}

/** The frame of that height, where one fits into the picture with eyes and face where they belong. */
function frameOf(head: Head, tall: number, picture: LookedAt): Crop | undefined {
  const height = Math.round(tall);
  const width = Math.round(height * photoRules.portrait.ratio);
  const { x, y } = head.eyes;
  const wished = Math.min(y - eyes.best * height, head.top - air * height);
  const top = within(
    wished,
    Math.max(0, y - eyes.to * height),
    Math.min(picture.height - height, y - eyes.from * height),
  );
  const left = within(
    head.middle - width / 2,
    Math.max(0, x - middle.to * width),
    Math.min(picture.width - width, x - middle.from * width),
  );
  if (top === undefined || left === undefined) return undefined;
  return { left: Math.round(left), top: Math.round(top), width, height };
}

/** The largest frame that the picture has for this head, wherever that leaves it. */
function nearest(head: Head, picture: LookedAt): Crop {
  const { ratio } = photoRules.portrait;
  const wished = head.length / 0.72;
  const height = Math.floor(Math.min(wished, picture.height, picture.width / ratio));
  const width = Math.min(picture.width, Math.round(height * ratio));
  const inside = (at: number, most: number): number => Math.round(Math.min(Math.max(at, 0), Math.max(0, most)));
  return {
    left: inside(head.middle - width / 2, picture.width - width),
    top: inside(head.eyes.y - eyes.best * height, picture.height - height),
    width,
    height,
  };
}

function within(value: number, from: number, to: number): number | undefined {
  return from > to ? undefined : Math.min(Math.max(value, from), to);
}
