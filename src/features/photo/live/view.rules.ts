import { photoRules } from '../rules.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in its pixels. */
export interface Part extends Size {
  readonly left: number;
  readonly top: number;
}

/** Width by height of what is shown of a camera's picture, and of what is taken: room beside and above a portrait. */
const viewRatio = 4 / 5;
/** The guide takes so much of the view's height: the rest is the margin from which the portrait is cut. */
const guideShare = 0.82;

/** What is shown and taken: the largest part of four by five in the middle of the camera's picture. */
export function viewOf({ width, height }: Size): Part {
  const view =
    width / height > viewRatio
      ? { width: Math.round(height * viewRatio), height }
      : { width, height: Math.round(width / viewRatio) };
  return { left: Math.round((width - view.width) / 2), top: Math.round((height - view.height) / 2), ...view };
}

/**
 * Where the portrait should come to be, in pixels of the view: in its middle, 35 by 45. A camera with few pixels gives all it
 * has to the portrait, since what is cut is never enlarged.
 */
export function guideOf(view: Size): Part {
  const { ratio, least } = photoRules.portrait;
  const tall = Math.max(guideShare * view.height, Math.min(view.height, least.height * 1.02));
  const height = Math.round(Math.min(tall, view.height, view.width / ratio));
  const width = Math.round(height * ratio);
  return { left: Math.round((view.width - width) / 2), top: Math.round((view.height - height) / 2), width, height };
}

/** Whether a portrait of enough pixels can come out of such a view at all. */
export function isFineEnough(view: Size): boolean {
  const { width, height } = guideOf(view);
  const { least } = photoRules.portrait;
  return width >= least.width && height >= least.height;
}
