import type { Crop } from './picture.ts';
import { photoRules } from './rules.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const { ratio, least, most } = photoRules.portrait;

/** The largest part of a picture, in its middle, that has the proportions of a portrait. It only cuts. */
export function centredCrop({ width, height }: Size): Crop {
  // 551 by 709 are 35 by 45 to the pixel: nothing is cut off for a rounding.
  if (Math.abs(width / ratio - height) < 1) return { left: 0, top: 0, width, height };
  const isWide = width / height > ratio;
  const cut = isWide
    ? { width: Math.min(width, Math.ceil(height * ratio)), height }
    : { width, height: Math.min(height, Math.ceil(width / ratio)) };
  return { left: Math.floor((width - cut.width) / 2), top: Math.floor((height - cut.height) / 2), ...cut };
}

/** What a crop becomes: as it is or smaller, never larger. Undefined where it has too few pixels for a portrait. */
export function portraitSize({ width, height }: Size): Size | undefined {
  if (width < least.width || height < least.height) return undefined;
  return width >= most.width && height >= most.height ? most : { width, height };
}
