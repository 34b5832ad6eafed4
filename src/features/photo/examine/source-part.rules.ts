import type { Crop } from '../picture.ts';
import { photoRules } from '../rules.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The longest side of a source, in pixels. */
const longest = 2400;

/** Which part of a photo becomes the source, and how large: where its head is small, what lies far from it is left out. */
export interface SourcePart {
  readonly part: Crop;
  readonly size: Size;
}

/** The whole photo, within the longest side. */
export function wholePart({ width, height }: Size): SourcePart {
  return sized({ left: 0, top: 0, width, height }, Math.min(1, longest / Math.max(width, height)));
}

/** The part about a cut, where the whole, made small, would leave the cut fewer pixels than a portrait may have. */
export function partAround(crop: Crop, photo: Size): SourcePart {
  const whole = wholePart(photo);
  const wished = Math.min(1, photoRules.portrait.most.width / crop.width);
  if (wished <= whole.size.width / photo.width) return whole;
  const side = longest / wished;
  const width = Math.min(photo.width, Math.floor(side));
  const height = Math.min(photo.height, Math.floor(side));
  const inside = (wish: number, most: number) => Math.round(Math.min(Math.max(0, wish), most));
  const left = inside(crop.left + (crop.width - width) / 2, photo.width - width);
  const top = inside(crop.top + (crop.height - height) / 2, photo.height - height);
  return sized({ left, top, width, height }, wished);
}

function sized(part: Crop, scale: number): SourcePart {
  return { part, size: { width: Math.round(part.width * scale), height: Math.round(part.height * scale) } };
}

/** A cut given in pixels of one picture, in those of another: `from` and `to` are the same place of the photo in both. */
export function moved(crop: Crop, { from, to }: { from: Crop; to: Crop }): Crop {
  const scale = to.width / from.width;
  return {
    left: Math.round((crop.left - from.left) * scale + to.left),
    top: Math.round((crop.top - from.top) * scale + to.top),
    width: Math.round(crop.width * scale),
    height: Math.round(crop.height * scale),
  };
}
